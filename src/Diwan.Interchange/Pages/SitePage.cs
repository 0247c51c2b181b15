namespace Diwan.Interchange.Pages;

/// <summary>What <c>site.yaml</c> says of one page.</summary>
public sealed record SitePage
{
    /// <summary>ISO 639 code of its text; null to tell it from the text.</summary>
    public string? Language { get; init; }

    /// <summary>Section of the paper.</summary>
    public string? Section { get; init; }

    /// <summary>True when the page is the publisher's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Picture file, relative to the folder; null when there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>Text for those who do not see the picture.</summary>
    public string? Alt { get; init; }
}
