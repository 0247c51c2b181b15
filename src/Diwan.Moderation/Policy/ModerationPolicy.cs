namespace Diwan.Moderation.Policy;

/// <summary>The versioned set of guidelines and rules a site judges by. Immutable; a change is a new version.</summary>
public sealed record ModerationPolicy
{
    /// <summary>Name of the policy, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Unique version, such as <c>2026-11-22.1</c>; every decision names it.</summary>
    public required string Version { get; init; }

    /// <summary>The usual wait until a person has decided, in words, per language; <c>en</c> is always there.</summary>
    public IReadOnlyDictionary<string, string> UsualWait { get; init; } = new Dictionary<string, string> { ["en"] = "a few hours" };

    /// <summary>What the site hopes to read, in words, per language; shown above the form beside the guidelines. <c>en</c> is always there.</summary>
    public IReadOnlyDictionary<string, string> Welcome { get; init; } = new Dictionary<string, string>
    {
        ["en"] = "Comments on the article, further discussion, and constructive criticism, of this publication too.",
    };

    /// <summary>Every house rule, in the order readers see them.</summary>
    public required IReadOnlyList<Guideline> Guidelines { get; init; }

    /// <summary>Every rule; each is looked at, all that fire become reasons.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>Attribute → score from which it counts as present (<c>over</c> in <c>diwan score</c>), 0 to 1.</summary>
    public required IReadOnlyDictionary<string, double> Thresholds { get; init; }

    /// <summary>True when a comment with no reason against it may be approved by software. The default policy says false: a person decides.</summary>
    public bool ApprovesUnobjected { get; init; }

    /// <summary>The guideline with this code, or null.</summary>
    public Guideline? Find(string code) => Guidelines.FirstOrDefault(guideline => guideline.Code == code);
}
