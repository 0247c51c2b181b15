namespace Diwan.Client.Comments;

/// <summary>Where an author's comment stands, and why.</summary>
/// <param name="Id">The comment's.</param>
/// <param name="Status"><c>pending</c>, <c>approved</c>, <c>rejected</c>, <c>withdrawn</c> or <c>erased</c>.</param>
/// <param name="ArticleId">Article it belongs to.</param>
/// <param name="Article">Path of that article's page.</param>
/// <param name="Author">The name given.</param>
/// <param name="Text">The comment as received.</param>
/// <param name="At">When it was received, UTC.</param>
/// <param name="Hash">SHA-256 of the UTF-8 text, 64 hexadecimal digits.</param>
/// <param name="Reasons">What a rejection rests on; empty otherwise.</param>
public sealed record Receipt(
    string Id, string Status, string ArticleId, string Article, string Author, string Text, DateTimeOffset At, string Hash, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Code of the guideline a rejection cites, such as <c>profanity</c>; null otherwise.</summary>
    public string? Guideline { get; init; }

    /// <summary>Its short name, in the article's language.</summary>
    public string? GuidelineTitle { get; init; }

    /// <summary>The guideline in full, in the article's language.</summary>
    public string? GuidelineText { get; init; }

    /// <summary>Version of the policy it was decided under; null while it waits.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary><c>person</c>, <c>rule</c> or <c>author</c>; null while it waits.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When it was decided, UTC; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>Words that a rejection rests on.</summary>
/// <param name="Guideline">Code of the guideline they go against.</param>
/// <param name="Detector">What found them.</param>
/// <param name="Field"><c>text</c> or <c>author</c>.</param>
/// <param name="Start">First UTF-16 unit in that field; null when the reason rests on the whole.</param>
/// <param name="End">UTF-16 unit after the last.</param>
public sealed record Reason(string Guideline, string Detector, string Field, int? Start, int? End);
