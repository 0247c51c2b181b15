using Diwan.Server.Scoring.Wire;

namespace Diwan.Server.Scoring.Requests;

/// <summary>One attribute that a request asks for.</summary>
/// <param name="Name">As it was asked for, and as it is answered.</param>
/// <param name="Attribute">The attribute we score for it.</param>
/// <param name="Threshold">Scores below it are left out; null for none.</param>
internal sealed record RequestedAttribute(string Name, string Attribute, double? Threshold)
{
    private const string Experimental = "_EXPERIMENTAL";

    /// <summary>All that <paramref name="request"/> asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="settings">Whether unknown fields are refused.</param>
    /// <param name="known">Attributes that are scored.</param>
    /// <param name="version">Version of the model, by which an attribute may be pinned (<c>NAME@version</c>).</param>
    public static IReadOnlyList<RequestedAttribute> Of(Message request, ScoringSettings settings, IReadOnlySet<string> known, string version)
    {
        var asked = request.Map("requestedAttributes");
        if (asked is null or []) throw new WireException(WireError.Invalid("Missing requested_attributes", "NO_REQUESTED_ATTRIBUTES"));
        // All names before any type: that is the order of the errors.
        var plain = new string[asked.Count];
        for (var at = 0; at < plain.Length; at++)
            plain[at] = AttributeFor(asked[at].Key, known, version) ?? throw new WireException(WireError.Invalid($"Unknown requested attribute: {asked[at].Key}", "INVALID_REQUEST"));
        var attributes = new RequestedAttribute[plain.Length];
        for (var at = 0; at < plain.Length; at++) attributes[at] = new(asked[at].Key, plain[at], ThresholdOf(asked[at].Key, asked[at].Value, settings));
        return attributes;
    }

    private static double? ThresholdOf(string name, Message asked, ScoringSettings settings)
    {
        if (settings.Strict) asked.Only("scoreType", "scoreThreshold");
        var type = asked.Enum("scoreType", WireValues.ScoreTypes);
        if (type is not ("SCORE_TYPE_UNSPECIFIED" or "PROBABILITY"))
            throw new WireException(WireError.Invalid($"Requested score type {type} is not supported by attribute {name}", "INVALID_REQUEST"));
        return asked.Number("scoreThreshold");
    }

    // Google's experimental names stand for what is scored here under the plain one. A pin must name the very model that answers.
    private static string? AttributeFor(string name, IReadOnlySet<string> known, string version)
    {
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && name[(at + 1)..] != version) return null;
        var plain = at < 0 ? name : name[..at];
        if (known.Contains(plain)) return plain;
        return plain.EndsWith(Experimental, StringComparison.Ordinal) && known.Contains(plain[..^Experimental.Length]) ? plain[..^Experimental.Length] : null;
    }
}
