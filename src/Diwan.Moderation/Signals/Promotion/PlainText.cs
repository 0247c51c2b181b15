using System.Text;

namespace Diwan.Moderation.Signals.Promotion;

/// <summary>A text with the disguises of addresses undone: invisible characters dropped, wide forms and digits of any script as ASCII, lower case.</summary>
/// <remarks>The fold for words is of no use here: it reads digits as letters, and an address lives by its digits and dots.</remarks>
internal sealed class PlainText
{
    private readonly int[] origins;

    private PlainText(string text, int[] origins, string original) => (Text, this.origins, Original) = (text, origins, original);

    public string Text { get; }

    public string Original { get; }

    public static PlainText Of(string original)
    {
        var text = new StringBuilder(original.Length);
        var origins = new int[original.Length];
        for (var i = 0; i < original.Length; i++)
        {
            if (char.GetUnicodeCategory(original[i]) != System.Globalization.UnicodeCategory.Format)
            {
                origins[text.Length] = i;
                text.Append(Plain(original[i]));
            }
        }

        return new(text.ToString(), origins, original);
    }

    /// <summary>The author's own characters behind a stretch that is not empty.</summary>
    public Diwan.Moderation.Text.TextSpan ToOriginal(int start, int end) => new(origins[start], origins[end - 1] + 1);

    /// <summary>The author's own character at a place, for what case tells.</summary>
    public char OriginalAt(int at) => Original[origins[at]];

    private static char Plain(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '\u3002' or '\uFF61' or '\u2024' => '.',
        _ when char.IsDigit(c) => (char)('0' + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ => char.ToLowerInvariant(c),
    };
}
