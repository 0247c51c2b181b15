namespace Diwan.Server.Hosting;

/// <summary>Tells origins, as browsers name the site a page came from, from other addresses.</summary>
internal static class WebOrigin
{
    /// <summary>True for scheme, host and port alone, such as <c>https://news.example</c>: no path, no slash at the end.</summary>
    public static bool Is(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
