using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Desk;

/// <summary>The language a moderator works in: chosen by a link, remembered in a cookie, else the browser's, else English.</summary>
internal static class DeskLanguage
{
    private const string Cookie = "diwan-desk-language";

    public static string Of(HttpContext http)
    {
        if (http.Request.Query["lang"] is [{ } asked] && WordBook.Languages.Contains(asked))
        {
            http.Response.Cookies.Append(Cookie, asked, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Path = "/desk" });
            return asked;
        }

        if (http.Request.Cookies[Cookie] is { } kept && WordBook.Languages.Contains(kept)) return kept;

        return http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(item => item.Quality ?? 1)
            .Select(item => item.Value.ToString().Split('-')[0].ToLowerInvariant())
            .Select(code => code is "ku" ? "kmr" : code)
            .FirstOrDefault(WordBook.Languages.Contains) ?? "en";
    }
}
