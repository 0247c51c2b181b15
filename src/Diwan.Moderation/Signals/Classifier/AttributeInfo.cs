namespace Diwan.Moderation.Signals.Classifier;

/// <summary>What an attribute's score is worth: trained or derived, and for which languages it is given at all.</summary>
/// <param name="Name">One of <see cref="Attributes"/>.</param>
/// <param name="Derived">True when no clean labels exist for it: worked out from other scores and weakly taught topics. Not
/// calibrated, never the sole ground of a machine's rejection.</param>
/// <param name="Languages">ISO 639 codes it is given for. Text whose language could not be told is scored as English or Arabic
/// script allows, since a short comment must not escape for being short.</param>
public sealed record AttributeInfo(string Name, bool Derived, IReadOnlyList<string> Languages)
{
    private static readonly string[] English = ["en"];
    private static readonly string[] Every = ["en", "ar", "tr", "fa", "ckb", "kmr"];

    /// <summary>Every attribute the classifier can score, in the order scores are given.</summary>
    public static IReadOnlyList<AttributeInfo> All { get; } =
    [
        new(Attributes.Toxicity, false, Every),
        new(Attributes.SevereToxicity, false, English),
        new(Attributes.IdentityAttack, false, Every),
        new(Attributes.Insult, false, Every),
        new(Attributes.Profanity, false, Every),
        new(Attributes.Threat, false, Every),
        new(Attributes.SexuallyExplicit, true, English),
        new(Attributes.Sexism, false, English),
        new(Attributes.Racism, true, English),
        new(Attributes.Homophobia, true, English),
        new(Attributes.Xenophobia, true, English),
        new(Attributes.PersonalAttack, true, English),
        new(Attributes.Spam, false, English),
        new(Attributes.Constructive, true, English),
    ];

    /// <summary>True when the attribute is given for <paramref name="language"/>.</summary>
    public bool Supports(string language) => language == "und" || Languages.Contains(language);
}
