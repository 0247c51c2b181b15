namespace Diwan.Moderation.Signals.Promotion;

/// <summary>Finds URLs, bare domains, e-mail addresses and handles, in one pass whose work is proportional to the length.</summary>
internal sealed class LinkScanner(PromotionTable table)
{
    private const int LongestHost = 253;
    private const int LongestLocalPart = 64;

    // The last two are how http is written where links are forbidden.
    private static readonly string[] Schemes = ["https", "http", "ftp", "hxxps", "hxxp"];

    public void Scan(PlainText plain, ICollection<Contact> contacts)
    {
        var text = plain.Text;
        var (taken, judged) = (0, 0); // Ends of the last contact, and of the last run looked at: neither is looked at twice.
        for (var i = 0; i < text.Length; i++)
        {
            var found = contacts.Count;
            var end = text[i] switch
            {
                ':' => Url(text, judged, i, contacts),
                '@' => EmailOrHandle(plain, taken, i, contacts),
                '.' => Domain(plain, judged, i, contacts),
                _ => i,
            };
            if (end > i)
            {
                taken = contacts.Count > found ? end : taken;
                (judged, i) = (end, end - 1);
            }
        }
    }

    private int Url(string text, int free, int colon, ICollection<Contact> contacts)
    {
        // A scheme may be glued to the word before it: "seehttps://…".
        var scheme = Schemes.FirstOrDefault(scheme => text.AsSpan(free, colon - free).EndsWith(scheme), "");
        var host = colon + 3;
        if (scheme.Length == 0 || host >= text.Length || text[colon + 1] != '/' || text[colon + 2] != '/' || !IsHost(text[host]))
        {
            return colon;
        }

        var end = EndOfAddress(text, host);
        contacts.Add(new(table.KindOf(text.AsSpan(host, end - host)) ?? ContactKinds.Url, colon - scheme.Length, end));
        return end;
    }

    private static int EmailOrHandle(PlainText plain, int free, int at, ICollection<Contact> contacts)
    {
        var text = plain.Text;
        var (start, end) = (at, at + 1);
        while (start > free && at - start < LongestLocalPart && (IsHost(text[start - 1]) || text[start - 1] is '_' or '+'))
        {
            start--;
        }

        while (end < text.Length && (IsHost(text[end]) || text[end] == '_'))
        {
            end++;
        }

        var name = text.AsSpan(at + 1, end - at - 1).TrimEnd(".-");
        if (start < at && EndOfDomain(plain, at + 1, at + 1 + name.Length) is var domain && domain > at + 1)
        {
            contacts.Add(new(ContactKinds.Email, start, domain));
        }
        else if (start == at && name.Length is >= 3 and <= 40)
        {
            contacts.Add(new(ContactKinds.Handle, at, at + 1 + name.Length));
        }

        return end;
    }

    private int Domain(PlainText plain, int free, int dot, ICollection<Contact> contacts)
    {
        var text = plain.Text;
        var (start, end) = (dot, dot);
        while (start > free && IsHost(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsHost(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] == '@')
        {
            return end; // The local part of an e-mail address, which the sign after it will take.
        }

        var domain = EndOfDomain(plain, start, end);
        if (domain <= start)
        {
            return end;
        }

        var full = domain < text.Length && text[domain] is '/' or '?' or '#' ? EndOfAddress(text, domain) : domain;
        var kind = table.KindOf(text.AsSpan(start, full - start));
        var plainKind = text.AsSpan(start).StartsWith("www.") ? ContactKinds.Url : ContactKinds.Domain;
        contacts.Add(new(kind ?? plainKind, start, full));
        return full;
    }

    // One past the domain that starts here and ends at the last label, or, where a sentence goes on without a space, one or
    // two labels earlier; the start itself when there is none.
    private static int EndOfDomain(PlainText plain, int start, int end)
    {
        var text = plain.Text;
        for (var tries = 0; tries < 3 && end - start > 3; tries++)
        {
            while (end > start && text[end - 1] is '.' or '-')
            {
                end--;
            }

            var dot = text.LastIndexOf('.', Math.Max(start, end - 1), Math.Max(0, end - start));
            if (dot <= start)
            {
                return start;
            }

            if (end - start <= LongestHost && IsDomain(plain, start, dot, end))
            {
                return end;
            }

            end = dot;
        }

        return start;
    }

    private static bool IsDomain(PlainText plain, int start, int dot, int end)
    {
        var text = plain.Text;
        var last = text[(dot + 1)..end];
        if (!TopLevelDomains.Contains(last) || text[dot - 1] == '.')
        {
            return false;
        }

        var before = text.AsSpan(start, dot - start);
        var label = before[(before.LastIndexOf('.') + 1)..];
        if (label.Length < 3 && !label.ContainsAnyInRange('a', 'z') || label.IndexOf("--") == 0)
        {
            return false;
        }

        return !TopLevelDomains.IsDoubtful(last)
            || before.StartsWith("www.")
            || end < text.Length && text[end] == '/' && !char.IsUpper(plain.OriginalAt(dot + 1));
    }

    private static int EndOfAddress(string text, int from)
    {
        var end = from;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '«' or '»' or '“' or '”'))
        {
            end++;
        }

        while (end > from + 1 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '\'' or '،' or '؛' or '؟' or '…')
        {
            end--;
        }

        return end;
    }

    private static bool IsHost(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '.' || c > '\u007F' && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark);
}
