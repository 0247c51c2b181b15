namespace Diwan.Moderation;

/// <summary>One act of sending a comment, with all that judging it may use. Pure data: the same submission gets the same judgement.</summary>
public sealed record Submission
{
    /// <summary>The comment, exactly as received. Any text is allowed, ill-formed UTF-16 included.</summary>
    public required string Text { get; init; }

    /// <summary>The author's name, exactly as received; empty when only a text is to be judged.</summary>
    public string Author { get; init; } = "";

    /// <summary>The article it stands under; null when scoring a bare text.</summary>
    public ArticleContext? Article { get; init; }

    /// <summary>The text it replies to; null for a first-level comment.</summary>
    public string? ParentText { get; init; }

    /// <summary>Fingerprints of recent comments by the same author or in the same thread, newest first.</summary>
    public IReadOnlyList<RecentComment> Recent { get; init; } = [];
}

/// <summary>What the engine may know of the article a comment stands under.</summary>
/// <param name="Language">ISO 639 code of the article.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Body">Plain text, paragraphs separated by line feeds.</param>
public sealed record ArticleContext(string Language, string Headline, string Body);

/// <summary>A recent comment, known by its fingerprint alone: the text of one is never needed to find a near-copy.</summary>
/// <param name="Fingerprint">As computed by <see cref="Text.Fingerprint"/> when that comment came.</param>
/// <param name="SameAuthor">Sent by the same author, as far as the site can tell.</param>
/// <param name="SameThread">Stands under the same article.</param>
public readonly record struct RecentComment(ulong Fingerprint, bool SameAuthor, bool SameThread);
