namespace Diwan.Moderation.Signals.Promotion;

/// <summary>Finds telephone numbers as people of Iraq, Turkey, Iran, Britain and America write them; not years, dates, prices or counts.</summary>
internal static class TelephoneScanner
{
    private const int MostDigits = 15; // ITU-T E.164

    public static void Scan(PlainText plain, ICollection<Contact> contacts)
    {
        var text = plain.Text;
        var groups = new List<(int Start, int End)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            groups.Clear();
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                var start = end;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                groups.Add((start, end));
                end = NextGroup(text, end);
            }

            InRun(text, groups, contacts);
            i = groups[^1].End;
        }
    }

    // At most two separators stand between the groups of one number: ") " or " - " without its first space.
    private static int NextGroup(string text, int end)
    {
        var next = end;
        while (next < text.Length && next - end < 2 && text[next] is ' ' or '\u00A0' or '-' or '.' or '(' or ')' or '/' or '‑' or '–')
        {
            next++;
        }

        return next;
    }

    private static void InRun(string text, List<(int Start, int End)> groups, ICollection<Contact> contacts)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            var (digits, best) = (0, -1);
            for (var last = first; last < groups.Count && digits <= MostDigits; last++)
            {
                digits += groups[last].End - groups[last].Start;
                if (digits is >= 9 and <= MostDigits && IsNumber(text, groups[first..(last + 1)], digits))
                {
                    best = last;
                }
            }

            if (best >= 0)
            {
                var start = groups[first].Start;
                contacts.Add(new(ContactKinds.Telephone, HasPlus(text, start) ? start - 1 : start, groups[best].End));
                first = best;
            }
        }
    }

    private static bool IsNumber(string text, List<(int Start, int End)> groups, int digits)
    {
        var (start, end) = (groups[0].Start, groups[^1].End);
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '$' or '£' or '€' or ',' or '#' or '_')
            || end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '%' or '_' || text[end] == ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
        {
            return false;
        }

        var shape = string.Concat(groups.Select(group => Math.Min(group.End - group.Start, 9)));
        var head = text.AsSpan(start, groups[0].End - start);
        if (HasPlus(text, start) || head.StartsWith("00") && digits >= 11)
        {
            return head[0] != '0' || !HasPlus(text, start);
        }

        if (head[0] == '0')
        {
            // A trunk prefix: 0750 123 4567, 0532 123 45 67, 0912…, 066…, 0800…; "0.1234567890" and dates have it too.
            return digits is 10 or 11 && head.Length > 1 && head[1] != '0' && !IsDate(shape);
        }

        return shape switch
        {
            "334" => head[0] is >= '2' and <= '9',
            "1334" => head[0] == '1',
            "3322" => head[0] == '5',
            "9" => digits == 10 && (head[0] == '7' && head[1] >= '3' || head[0] == '5' && head[1] is '0' or '3' or '4' or '5'),
            _ => false,
        };
    }

    private static bool IsDate(string shape) =>
        shape.StartsWith("224", StringComparison.Ordinal) || shape.StartsWith("422", StringComparison.Ordinal) || shape.StartsWith("222", StringComparison.Ordinal);

    private static bool HasPlus(string text, int start) => start > 0 && text[start - 1] == '+';
}
