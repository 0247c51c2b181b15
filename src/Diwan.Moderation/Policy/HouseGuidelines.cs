using System.Collections.Immutable;

namespace Diwan.Moderation.Policy;

/// <summary>The eleven codes every policy has, in the publisher's order. A site may add its own after them.</summary>
public static class HouseGuidelines
{
    /// <summary>The stable codes.</summary>
    public static ImmutableArray<string> Codes { get; } =
    [
        "profanity", "threats", "personal-attacks", "vulgarity", "abuse", "sexism", "racism", "homophobia",
        "xenophobia", "commercial-promotion", "personal-promotion",
    ];
}
