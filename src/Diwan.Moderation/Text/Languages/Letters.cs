using System.Globalization;

namespace Diwan.Moderation.Text.Languages;

/// <summary>What one character is to the language model: a letter in its plain form, something inside a word, or a gap.</summary>
internal static class Letters
{
    /// <summary>Ends a word.</summary>
    public const char Gap = ' ';

    /// <summary>Leaves no trace: vowel signs, stretching, combining marks, direction marks.</summary>
    public const char Nothing = '\0';

    private const char ZeroWidthNonJoiner = '\u200C';

    /// <summary>The lower-case letter when <paramref name="unit"/> is one of <paramref name="system"/>, else <see cref="Gap"/> or <see cref="Nothing"/>.</summary>
    /// <remarks>
    /// Kurdish, Persian and Turkish letters are kept apart from the Arabic and English ones beside them: they are the strongest evidence there is.
    /// The zero-width non-joiner is kept for the same reason: Persian and Kurdish use it, Arabic does not.
    /// </remarks>
    public static char Fold(char unit, WritingSystem system) => unit switch
    {
        <= ' ' => Gap,
        >= 'a' and <= 'z' => system == WritingSystem.Latin ? unit : Gap,
        >= 'A' and <= 'Z' => system == WritingSystem.Latin ? (char)(unit | 0x20) : Gap,
        >= '0' and <= '9' => system == WritingSystem.Latin ? unit : Gap,
        < '\u0080' => Gap,
        _ when WritingSystems.IsPlainArabic(unit) => system == WritingSystem.Arabic ? unit : Gap,
        // Turkish capital dotted I: the invariant culture has no lower case for it.
        '\u0130' => system == WritingSystem.Latin ? 'i' : Gap,
        ZeroWidthNonJoiner => system == WritingSystem.Arabic ? unit : Nothing,
        '\u0640' or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u0300' and < '\u0370') => Nothing,
        '\u200B' or (>= '\u200D' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u00AD' or '\uFEFF' => Nothing,
        _ => WritingSystems.Of(unit) == system ? char.ToLower(unit, CultureInfo.InvariantCulture) : Gap,
    };

}
