using System.Buffers;
using System.Text;

namespace Diwan.Storage.Postgres;

/// <summary>Text as PostgreSQL can hold it. A text of PostgreSQL has no U+0000; a comment may have one, and comes back unit by unit.</summary>
/// <remarks>U+001A (<i>substitute</i>) stands for itself as U+001A U+0031, and with U+0030 after it for U+0000. Nearly no text has either.</remarks>
internal static class PostgresText
{
    private const char Mark = '\u001a';
    private const char Zero = '0';
    private const char Itself = '1';

    private static readonly SearchValues<char> Marked = SearchValues.Create("\0\u001a");

    /// <summary>The text as it is stored.</summary>
    public static string Write(string text)
    {
        if (!text.AsSpan().ContainsAny(Marked)) return text;
        var stored = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
        {
            if (unit == '\0') stored.Append(Mark).Append(Zero);
            else if (unit == Mark) stored.Append(Mark).Append(Itself);
            else stored.Append(unit);
        }

        return stored.ToString();
    }

    /// <summary>The text as it was.</summary>
    public static string Read(string stored)
    {
        if (!stored.Contains(Mark, StringComparison.Ordinal)) return stored;
        var text = new StringBuilder(stored.Length);
        for (var place = 0; place < stored.Length; place++)
        {
            if (stored[place] != Mark) text.Append(stored[place]);
            else if (++place < stored.Length) text.Append(stored[place] == Zero ? '\0' : Mark);
        }

        return text.ToString();
    }
}
