namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The last folding before hashing: small letters, one letter for those that writers of Arabic script use
/// for one another, nothing for marks and signs that do not show. Harmless to text that was folded already.</summary>
internal static class LetterFold
{
    /// <summary>Stands for a character that is left out.</summary>
    public const char Nothing = '\0';

    /// <summary>The letter to hash for <paramref name="letter"/>.</summary>
    public static char Of(char letter) => letter < 0x300 ? char.ToLowerInvariant(letter) : Beyond(letter);

    private static char Beyond(char letter) => letter switch
    {
        '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627',
        '\u0649' or '\u06CC' or '\u0626' => '\u064A',
        '\u0643' => '\u06A9',
        '\u0629' or '\u06BE' or '\u06C0' or '\u06D5' => '\u0647',
        '\u0624' => '\u0648',
        >= '\u0660' and <= '\u0669' => (char)(letter - 0x0660 + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(letter - 0x06F0 + '0'),
        '\u0640' or '\u0670' or (>= '\u064B' and <= '\u065F') => Nothing,
        (>= '\u0300' and <= '\u036F') or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFE0F' or '\uFEFF' => Nothing,
        _ => char.ToLowerInvariant(letter),
    };
}
