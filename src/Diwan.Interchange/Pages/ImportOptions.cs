namespace Diwan.Interchange.Pages;

/// <summary>How pages are imported.</summary>
public sealed record ImportOptions
{
    /// <summary>True when the publisher says that everything imported is its own; else <c>site.yaml</c> may say so of single pages.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Tells the ISO 639 code of a text; <c>und</c> when it cannot.</summary>
    public required Func<string, string> LanguageOf { get; init; }
}
