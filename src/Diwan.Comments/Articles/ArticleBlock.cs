using System.Text.Json.Serialization;

namespace Diwan.Comments.Articles;

/// <summary>One piece of an article's body. Stored as JSON: add cases, never rename the discriminators.</summary>
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Quotation), "quotation")]
[JsonDerivedType(typeof(ItemList), "list")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(ReadMore), "read-more")]
public abstract record ArticleBlock
{
    /// <summary>A paragraph of running text.</summary>
    public sealed record Paragraph(IReadOnlyList<TextRun> Runs) : ArticleBlock;

    /// <summary>A heading between paragraphs. <paramref name="Level"/> is 2 to 4.</summary>
    public sealed record Heading(int Level, string Text) : ArticleBlock;

    /// <summary>A quotation set apart.</summary>
    public sealed record Quotation(IReadOnlyList<TextRun> Runs) : ArticleBlock;

    /// <summary>A list, numbered or not.</summary>
    public sealed record ItemList(bool Numbered, IReadOnlyList<IReadOnlyList<TextRun>> Items) : ArticleBlock;

    /// <summary>A photograph or drawing with its caption. Captions without a picture stay: <see cref="Source"/> is then null.</summary>
    public sealed record Picture : ArticleBlock
    {
        /// <summary>The caption without the credit; empty when there is only a picture.</summary>
        public required string Caption { get; init; }

        /// <summary>Who took it (<c>US Army/Sgt. Josephine Carlson</c>), without "Photo:"; null when not said.</summary>
        public string? Credit { get; init; }

        /// <summary>Name of the stored media file (<see cref="Stores.IMediaStore"/>); null when there is no picture.</summary>
        public string? Source { get; init; }

        /// <summary>Text for those who do not see it; null to use the caption.</summary>
        public string? Alt { get; init; }

        /// <summary>Width in pixels; 0 when unknown.</summary>
        public int Width { get; init; }

        /// <summary>Height in pixels; 0 when unknown.</summary>
        public int Height { get; init; }
    }

    /// <summary>A "Read More" line inside the text: a link when an article with that headline is on the site, else plain text.</summary>
    public sealed record ReadMore(string Headline) : ArticleBlock;
}

/// <summary>A stretch of running text of one kind.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Emphasis">How it is set.</param>
/// <param name="Href">Absolute http or https address it links to; null when it is no link.</param>
public sealed record TextRun(string Text, Emphasis Emphasis = Emphasis.None, string? Href = null);

/// <summary>How a run of text is set. Stored: append only.</summary>
public enum Emphasis : byte
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Italic.</summary>
    Emphasised = 1,

    /// <summary>Bold.</summary>
    Strong = 2,
}
