namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>An attribute that a word can have.</summary>
/// <param name="Name">One of <see cref="Attributes"/>.</param>
/// <param name="Mark">The bit that marks a character for which it was told.</param>
internal readonly record struct TermAttribute(string Name, ushort Mark)
{
    /// <summary>Marks a character within a harmless phrase: the bit above those of the attributes.</summary>
    public const ushort Harmless = 1 << 15;

    private static readonly string[] Known =
    [
        Attributes.Toxicity, Attributes.SevereToxicity, Attributes.IdentityAttack, Attributes.Insult, Attributes.Profanity, Attributes.Threat,
        Attributes.SexuallyExplicit, Attributes.Sexism, Attributes.Racism, Attributes.Homophobia, Attributes.Xenophobia, Attributes.PersonalAttack,
    ];

    /// <summary>The attribute of this name; null when no word can have it.</summary>
    public static TermAttribute? Of(string name) => Array.IndexOf(Known, name) is var place and >= 0 ? new(Known[place], (ushort)(1 << place)) : null;
}
