using System.Globalization;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Diwan.Server.Pages.Answers;

/// <summary>What a reader's browser says of its reader: the size of text chosen, the language understood. Nothing that names anybody.</summary>
internal static class Reader
{
    /// <summary>Cookie that remembers the size of text.</summary>
    public const string SizeCookie = "diwan-size";

    /// <summary>Cookie that remembers the language of pages that belong to no article.</summary>
    public const string LanguageCookie = "diwan-lang";

    /// <summary>Size of text, 0 to 4; 1 is the usual one. <c>?size=</c> sets it and has it remembered for a year.</summary>
    public static int Size(HttpContext http)
    {
        if (!http.Request.QueryString.HasValue && http.Request.Headers.Cookie.Count == 0) return TextSize.Usual;
        var chosen = http.Request.Query["size"];
        if (chosen.Count == 1 && IsSize(chosen[0], out var size))
        {
            Remember(http, SizeCookie, size.ToString(CultureInfo.InvariantCulture));
            return size;
        }

        return IsSize(http.Request.Cookies[SizeCookie], out var kept) ? kept : TextSize.Usual;
    }

    /// <summary>One of the six languages: <c>?lang=</c> (remembered), else the one remembered, else the browser's, else English.</summary>
    /// <param name="http">The request.</param>
    /// <param name="cookie">Where the choice is remembered: the desk keeps its own, so that a moderator may read in another language.</param>
    public static string Language(HttpContext http, string cookie = LanguageCookie)
    {
        var chosen = http.Request.Query["lang"];
        if (chosen.Count == 1 && WordBook.Languages.Contains(chosen[0]))
        {
            Remember(http, cookie, chosen[0]!);
            return chosen[0]!;
        }

        if (http.Request.Cookies[cookie] is { } kept && WordBook.Languages.Contains(kept)) return kept;
        return StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptLanguage, out var wanted)
            ? wanted.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Known(one.Value.Value)).FirstOrDefault(one => one is not null) ?? "en"
            : "en";
    }

    /// <summary>The one of the six languages that a tag such as <c>en-GB</c> names; null when it names none of them.</summary>
    public static string? Known(string? tag)
    {
        if (string.IsNullOrEmpty(tag)) return null;
        var primary = tag.Split('-', 2)[0].ToLowerInvariant();
        // "ku" alone is Kurmanji in browsers; "ku-Arab" and "ku-IQ" are written in the script of Sorani.
        if (primary == "ku")
            return tag.Contains("Arab", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-IQ", StringComparison.OrdinalIgnoreCase) ? "ckb" : "kmr";
        return WordBook.Languages.Contains(primary) ? primary : null;
    }

    private static bool IsSize(string? text, out int size) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size <= TextSize.Largest;

    private static void Remember(HttpContext http, string name, string value) => http.Response.Cookies.Append(
        name, value, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Path = "/", Secure = http.Request.IsHttps });
}

/// <summary>The steps of A+ and A-.</summary>
public static class TextSize
{
    /// <summary>What a page is set in when nobody chose.</summary>
    public const int Usual = 1;

    /// <summary>The last step.</summary>
    public const int Largest = 4;
}
