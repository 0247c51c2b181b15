using System.Collections.Frozen;

namespace Diwan.Moderation.Signals.Promotion;

/// <summary>Finds domains written so that software overlooks them: <c>example dot com</c>, <c>example (.) com</c>, <c>example . com</c>.</summary>
internal static class SpokenDomainScanner
{
    private const int WidestGap = 7;

    private static readonly FrozenSet<string> Dots = FrozenSet.Create("dot", "nokta", "نقطة", "نقطه", "xal", "خاڵ");

    // "The dot com bubble" is a piece of history, not an address.
    private static readonly FrozenSet<string> NoNames = FrozenSet.Create("the", "a", "an", "this", "that", "of", "and", "every", "any", "or", "in", "dot");

    public static void Scan(PlainText plain, ICollection<Contact> contacts)
    {
        var text = plain.Text;
        var (before, last) = (default(Range), default(Range));
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsName(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && IsName(text[i]))
            {
                i++;
            }

            var word = start..i;
            if (i - start is >= 2 and <= 6 && TopLevelDomains.IsSpelt(text[word]))
            {
                Add(text, before, last, word, contacts);
            }

            (before, last) = (last, word);
        }
    }

    private static void Add(string text, Range before, Range last, Range end, ICollection<Contact> contacts)
    {
        var gap = Gap(text, last, end);
        if (IsNamed(text, last) && gap.Length > 1 && gap.Trim(" ()[]{}").SequenceEqual(".") && (gap[0] != '.' || gap.Length > 2))
        {
            contacts.Add(new(ContactKinds.SpokenDomain, last.Start.Value, end.End.Value));
        }
        else if (Dots.Contains(text[last]) && IsNamed(text, before) && IsSeparator(gap) && IsSeparator(Gap(text, before, last)))
        {
            contacts.Add(new(ContactKinds.SpokenDomain, before.Start.Value, end.End.Value));
        }
    }

    private static ReadOnlySpan<char> Gap(string text, Range left, Range right)
    {
        var gap = text.AsSpan(left.End.Value, right.Start.Value - left.End.Value);
        return gap.Length <= WidestGap ? gap : [];
    }

    private static bool IsSeparator(ReadOnlySpan<char> gap) => gap.Length > 0 && gap.Trim(" ()[]{}*-_").Length == 0;

    private static bool IsNamed(string text, Range word) =>
        word.End.Value - word.Start.Value is >= 2 and <= 63 && !NoNames.Contains(text[word]);

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c == '-';
}
