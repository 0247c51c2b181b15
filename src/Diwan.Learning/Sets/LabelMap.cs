using Diwan.Moderation.Signals;

namespace Diwan.Learning.Sets;

/// <summary>Which public attribute a data set's label is read through. The sets' own names differ; what is scored does not.</summary>
public static class LabelMap
{
    private static readonly Dictionary<string, string> Map = new(StringComparer.Ordinal)
    {
        ["toxic"] = Attributes.Toxicity,
        ["offensive"] = Attributes.Toxicity,
        ["hostile"] = Attributes.Toxicity,
        ["unhealthy"] = Attributes.Toxicity,
        ["severe_toxic"] = Attributes.SevereToxicity,
        ["hate"] = Attributes.IdentityAttack,
        ["identity_attack"] = Attributes.IdentityAttack,
        ["insult"] = Attributes.Insult,
        ["obscene"] = Attributes.Profanity,
        ["vulgar"] = Attributes.Profanity,
        ["threat"] = Attributes.Threat,
        ["sexism"] = Attributes.Sexism,
        ["spam"] = Attributes.Spam,
        ["constructive"] = Attributes.Constructive,
    };

    /// <summary>The attribute for <paramref name="label"/>, or null when no attribute speaks of it. A topic speaks for itself.</summary>
    public static string? AttributeOf(string label) => label.StartsWith("topic:", StringComparison.Ordinal) ? label : Map.GetValueOrDefault(label);
}
