namespace Diwan.Comments.Articles;

/// <summary>Brings addresses of articles into one form, so that the same page is found however its address was written.</summary>
public static class ArticleUrl
{
    /// <summary>Longest address taken in, in UTF-16 units: what browsers and proxies are known to carry.</summary>
    public const int MaxLength = 2_000;

    /// <summary>The address with lower-case host, without default port and fragment; null when it is no absolute http or https address.</summary>
    public static string? Normalize(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > MaxLength) return null;
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)) return null;

        // A name and password in an address would be published with it.
        if (uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 || uri.UserInfo.Length > 0) return null;
        return uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
    }
}
