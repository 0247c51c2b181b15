using System.Text;

namespace Diwan.Interchange.Pages;

/// <summary>One line of a text page that has something in it, with its white space made plain.</summary>
/// <param name="Text">Without white space, byte order mark or direction marks at its ends; never empty.</param>
/// <param name="AfterBlank">True when an empty line stands before it, and for the first.</param>
internal readonly record struct PageLine(string Text, bool AfterBlank)
{
    /// <summary>The lines of a page in order. Any text is allowed.</summary>
    public static List<PageLine> Of(string page)
    {
        var lines = new List<PageLine>();
        var afterBlank = true;
        foreach (var raw in page.AsSpan().EnumerateLines())
        {
            var line = Clean(raw);
            if (line.Length > 0) lines.Add(new(line, afterBlank));
            afterBlank = line.Length == 0;
        }

        return lines;
    }

    /// <summary>Text on one line: white space of every kind as single spaces, control characters and halves of characters gone.</summary>
    public static string Clean(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var rune in raw.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or 0xFFFD or 0xFFFE or 0xFFFF))
            {
                text.Append(rune);
            }
        }

        return Unwrap(text.ToString());
    }

    // Marks at the ends only tell the direction of the line, which the page sets itself; a pair around the whole line goes as a pair.
    private static string Unwrap(string line)
    {
        while (true)
        {
            var bare = line.Trim().Trim('\u200E', '\u200F', '\u061C', '\u200B').Trim();
            if (bare.Length >= 2 && (bare[0], bare[^1]) is ('\u202A' or '\u202B', '\u202C') or ('\u2066' or '\u2067' or '\u2068', '\u2069')) bare = bare[1..^1];
            if (bare.Length == line.Length) return bare;
            line = bare;
        }
    }
}
