namespace Diwan.Server.Pages.Answers;

/// <summary>Addresses as the world outside knows them.</summary>
/// <remarks>Never made from the request's Host header: pages are kept, and one forged header would stand in everybody's page.</remarks>
public sealed class PublicLinks(PageOptions options)
{
    /// <summary>The whole address of this site without a slash at its end; empty when it is not set.</summary>
    public string Site { get; } = options.PublicUrl is { } site ? site.GetLeftPart(UriPartial.Path).TrimEnd('/') : "";

    /// <summary>The path below which browsers find this site, such as <c>/comments</c>; empty when it has its address to itself.</summary>
    public string PathPrefix { get; } = options.PublicUrl?.AbsolutePath.TrimEnd('/') ?? "";

    /// <summary>The address of a path of this site; the path itself when the site's public address is not set.</summary>
    public string Absolute(string path) => Site + path;
}
