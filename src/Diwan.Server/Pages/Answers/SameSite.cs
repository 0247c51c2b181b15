using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>Tells forms sent from this site's own pages, or from those of registered origins, from those sent by another site in a reader's name.</summary>
/// <remarks>Readers have no session, so there is no cookie to protect; this keeps other sites from sending comments from their visitors' addresses.</remarks>
internal static class SameSite
{
    /// <summary>True when the form is ours or stands in a page of one of these origins, where it was embedded.</summary>
    public static bool IsOrRegistered(HttpRequest request, IReadOnlyList<string> origins) =>
        Is(request) || (request.Headers.Origin is [{ } origin] && origins.Contains(origin));

    /// <summary>True when the browser says the form is ours, or when no browser speaks at all.</summary>
    public static bool Is(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site]) return site is "same-origin" or "none";
        if (request.Headers.Origin is not [{ } origin]) return true;
        // The host alone: behind a proxy that ends TLS this server does not know its own scheme.
        return Uri.TryCreate(origin, UriKind.Absolute, out var sender)
            && string.Equals(sender.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
