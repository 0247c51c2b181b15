using System.Text.Json.Nodes;

namespace Diwan.Server.Scoring.Wire;

/// <summary>Values that several messages of the protocol share.</summary>
internal static class WireValues
{
    /// <summary>Kinds of score by their place in the protocol; only probabilities are given.</summary>
    public static readonly string[] ScoreTypes = ["SCORE_TYPE_UNSPECIFIED", "PROBABILITY", "STD_DEV_SCORE", "PERCENTILE", "RAW"];

    /// <summary>Texts as a JSON list.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)text)];
}
