namespace Diwan.Server.Pages;

/// <summary>What the pages need to know of the site.</summary>
public sealed record PageOptions
{
    /// <summary>Name of the publication, as readers see it.</summary>
    public required string SiteName { get; init; }

    /// <summary>The site's address on the web, such as <c>https://news.example</c>; null when it is not known: links are then relative.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The clock that times of day are shown by. Default: the machine's.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Local;
}
