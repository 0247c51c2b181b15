namespace Diwan.Interchange.Pages;

/// <summary>What is known of a page from outside of it.</summary>
public sealed record PageHints
{
    /// <summary>Name of the file or publication, for "imported from".</summary>
    public required string Source { get; init; }

    /// <summary>ISO 639 code of the text when somebody said it; null to tell it from the text.</summary>
    public string? Language { get; init; }

    /// <summary>Section of the paper; null when unknown.</summary>
    public string? Section { get; init; }

    /// <summary>True when the publisher says the page is its own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Address the page was fetched from; null for a file.</summary>
    public Uri? Address { get; init; }
}
