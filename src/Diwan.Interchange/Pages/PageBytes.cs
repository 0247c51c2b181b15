using System.Text;
using System.Text.RegularExpressions;

namespace Diwan.Interchange.Pages;

/// <summary>Tells what a file is by its bytes, and turns the bytes of a page into text.</summary>
public static partial class PageBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static PageBytes() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What kind of page the bytes are.</summary>
    public static PageKind KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0) return PageKind.Empty;
        if (PictureFile.KindOf(bytes) is not null) return PageKind.Picture;
        var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!isUtf16 && IsBinary(bytes)) return PageKind.Binary;
        var start = Decode(bytes[..Math.Min(bytes.Length, 4_096)], null).TrimStart();
        if (Feed.IsMatch(start)) return PageKind.Feed;
        if (Html.IsMatch(start)) return PageKind.Html;
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return PageKind.OtherXml;
        if (start.StartsWith('{') || start.StartsWith("[{", StringComparison.Ordinal) || start.StartsWith("%PDF", StringComparison.Ordinal)) return PageKind.Binary;
        return PageKind.Text;
    }

    /// <summary>The text of a page: by its byte order mark, by <paramref name="charset"/>, as UTF-8 when it is that, else as the old
    /// code page of its script (windows-1256 for Arabic, windows-1254 for Latin letters). Never throws.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (IsUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        if (Named(charset ?? DeclaredIn(bytes)) is { } named) return named.GetString(bytes);
        var arabic = Encoding.GetEncoding(1256).GetString(bytes);
        return IsMostlyArabic(arabic) ? arabic : Encoding.GetEncoding(1254).GetString(bytes);
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 8_192)];
        var controls = 0;
        foreach (var value in head)
        {
            if (value == 0) return true;
            if (value < 32 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0x1A)) controls++;
        }

        return controls > head.Length / 50;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException exception)
        {
            // The start of a file may end in the middle of a character.
            return exception.Index >= bytes.Length - 4 && bytes.Length >= 4_096;
        }
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes) =>
        Charset.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2_048)])) is { Success: true } match ? match.Groups[1].Value : null;

    private static Encoding? Named(string? charset)
    {
        try
        {
            // UTF-8 was tried: a page that says so wrongly is read by its bytes.
            return charset is null || charset.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? null : Encoding.GetEncoding(charset.Trim('"', '\'', ' '));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsMostlyArabic(string text)
    {
        var arabic = text.Count(character => character is >= '\u0621' and <= '\u064A' or 'پ' or 'چ' or 'ژ' or 'گ' or 'ک');
        var other = text.Count(character => character is > '\u007F' and < '\u0600' && char.IsLetter(character));
        return arabic > other * 3 && arabic > text.Count(char.IsAsciiLetter) / 3;
    }

    [GeneratedRegex(@"^(<\?xml[^>]*\?>\s*)?(?>(<!--.{0,2000}?-->\s*)*)(<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 2000)]
    private static partial Regex Feed { get; }

    [GeneratedRegex(@"<(!doctype\s+html|html|head|body|article|meta|script)[\s>/]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Html { get; }

    [GeneratedRegex(@"(?:charset|encoding)\s*=\s*[""']?([A-Za-z0-9_-]{2,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Charset { get; }
}
