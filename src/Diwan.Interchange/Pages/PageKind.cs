namespace Diwan.Interchange.Pages;

/// <summary>What a file turned out to be, whatever its name says.</summary>
public enum PageKind
{
    /// <summary>Nothing, or white space alone.</summary>
    Empty,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>An RSS or Atom feed.</summary>
    Feed,

    /// <summary>XML of another kind.</summary>
    OtherXml,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>Data that is no page: a program, an archive, JSON, a PDF.</summary>
    Binary,
}
