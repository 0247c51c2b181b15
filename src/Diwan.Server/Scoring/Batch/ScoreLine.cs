using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diwan.Server.Scoring.Batch;

/// <summary>A line of input for scoring.</summary>
/// <param name="Id">Given back as it is.</param>
/// <param name="Text">The text; must be there.</param>
/// <param name="Language">ISO 639 or BCP 47 code that the sender takes it to be in; null when unknown.</param>
public sealed record ScoreLine(JsonElement? Id, string? Text, string? Language);

/// <summary>A line of output. Offsets are UTF-16 units of the text, end exclusive.</summary>
/// <param name="Id">As it came.</param>
/// <param name="Language">ISO 639 code it was scored in; <c>und</c> when that could not be told.</param>
/// <param name="Script">ISO 15924 code of the prevailing script.</param>
/// <param name="Model">Version of the model.</param>
/// <param name="Scores">Attribute → score, 0 to 1; one that the language does not have is absent.</param>
/// <param name="Over">Attributes at or above the policy's threshold.</param>
/// <param name="Spans">The words the scores rest on; null when not asked for.</param>
public sealed record ScoredLine(
    JsonElement? Id, string Language, string Script, string Model, IReadOnlyDictionary<string, double> Scores,
    IReadOnlyList<string> Over, IReadOnlyList<SpanLine>? Spans);

/// <summary>Words that a score rests on.</summary>
/// <param name="Attribute">Whose score.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Score">How much rests on them, 0 to 1.</param>
public sealed record SpanLine(string Attribute, int Start, int End, double Score);

/// <summary>What stands in place of a scored line that could not be read.</summary>
/// <param name="Id">As it came, where it could be read.</param>
/// <param name="Error">Why.</param>
public sealed record FailedLine(JsonElement? Id, LineError Error);

/// <summary>Why a line was not scored.</summary>
/// <param name="Code">Stable, in snake case.</param>
/// <param name="Message">One English sentence.</param>
public sealed record LineError(string Code, string Message);

/// <summary>The lines as JSON.</summary>
[JsonSerializable(typeof(ScoreLine))]
[JsonSerializable(typeof(ScoredLine))]
[JsonSerializable(typeof(FailedLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
public sealed partial class ScoreLineJson : JsonSerializerContext;
