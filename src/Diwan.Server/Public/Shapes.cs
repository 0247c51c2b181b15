using System.Text.Json.Serialization;

namespace Diwan.Server.Public;

/// <summary>An article as the API shows it.</summary>
public sealed record ArticleShape(
    string Id, string Slug, string Page, string? Url, string Headline, string Language, DateTimeOffset? PublishedAt, string? Byline,
    bool IsPartial, bool IsThreadClosed, int CommentCount);

/// <summary>A published comment as the API shows it. Its hash is SHA-256 of the UTF-8 text, hexadecimal.</summary>
public sealed record CommentShape(
    string Id, string Author, string Text, DateTimeOffset At, string? ParentId, string Hash, int Replies, int Depth, string Language)
{
    /// <summary><c>newsroom</c> for the publisher's own people; absent for readers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Badge { get; init; }
}

/// <summary>A page of a thread; next is the cursor of the following page, null on the last.</summary>
public sealed record CommentsShape(IReadOnlyList<CommentShape> Comments, string? Next);

/// <summary>Approved comments per address asked for; 0 where no article has it.</summary>
public sealed record CountsShape(IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The same in words, such as "3 comments", in the language asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Texts { get; init; }
}

/// <summary>An event of the published thread: this comment is no longer in it.</summary>
public sealed record RemovedShape(string Id);

/// <summary>An event of the published thread: so many approved comments are in it now.</summary>
public sealed record CountShape(int Count);

/// <summary>A submission as it is sent. Author and text are required and kept exactly as decoded; the name in a publisher's token (<c>Authorization: Bearer</c>) stands in place of the author.</summary>
public sealed record SubmissionShape(string Author, string Text, string? ParentId = null, string? Email = null, string? IdempotencyKey = null);

/// <summary>A submission was taken in. The receipt is private to its author; its place in the ledger, kept by the author, catches whoever writes another history later.</summary>
public sealed record AcceptedShape(string Id, string Status, string Hash, string Receipt, string ReceiptUrl, LedgerPlaceShape? Ledger);

/// <summary>A place in the ledger: the key of the leaf in base64, and a signed checkpoint that covers it.</summary>
public sealed record LedgerPlaceShape(long Index, byte[] Key, string Checkpoint);

/// <summary>What a receipt opens. Guideline, reasons and decidedBy are there once the comment is rejected.</summary>
public sealed record ReceiptShape(
    string Id, string Status, string ArticleId, string Article, string Author, string Text, DateTimeOffset At, string Hash,
    IReadOnlyList<ReasonShape> Reasons)
{
    /// <summary>Code of the guideline a rejection cites.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Guideline { get; init; }

    /// <summary>Its short name, in the article's language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GuidelineTitle { get; init; }

    /// <summary>The guideline in full, in the article's language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GuidelineText { get; init; }

    /// <summary>Version of the policy it was decided under.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PolicyVersion { get; init; }

    /// <summary>Why it was rejected, in full; null for every other state.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatementShape? Statement { get; init; }

    /// <summary>Appeals, oldest first.</summary>
    public IReadOnlyList<AppealShape> Appeals { get; init; } = [];

    /// <summary>The proof of what was sent, to be kept and checked offline; null after erasure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Comments.Ledger.ReceiptProof? Proof { get; init; }

    /// <summary><c>person</c>, <c>rule</c> or <c>author</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DecidedBy { get; init; }

    /// <summary>When it was decided.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>Words a rejection rests on, in the author's own writing. Offsets are UTF-16 units of the field, end exclusive; null when it rests on the whole.</summary>
public sealed record ReasonShape(string Guideline, string Detector, string Field, int? Start, int? End, string? Words);

/// <summary>The statement of reasons of a rejection, as Article 17 of the Digital Services Act (EU 2022/2065) asks for.</summary>
/// <param name="Restriction">Always <c>not_published</c>: a comment is published whole or not at all, everywhere and for good.</param>
/// <param name="Ground">Always <c>guideline</c>: the site's own rules; code, text and version stand beside.</param>
/// <param name="Facts">What it rests on, in sentences of the article's language.</param>
/// <param name="Source"><c>report</c> when a reader had reported it, else <c>own_initiative</c>.</param>
/// <param name="AutomatedDetection">Software noticed something it rests on.</param>
/// <param name="AutomatedDecision">Software decided, without a person.</param>
/// <param name="AppealUntil">Until when it can be appealed, free, with the receipt.</param>
/// <param name="AppealUrl">Where to.</param>
public sealed record StatementShape(
    string Restriction, string Ground, IReadOnlyList<string> Facts, string Source, bool AutomatedDetection, bool AutomatedDecision,
    DateTimeOffset AppealUntil, string AppealUrl);

/// <summary>An appeal and what came of it.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Text">The author's words; empty when there were none.</param>
/// <param name="Outcome"><c>waiting upheld overturned</c>.</param>
/// <param name="Reason">Why, in the moderator's words.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="SamePerson">True when the desk has one person alone and the same decided again.</param>
public sealed record AppealShape(DateTimeOffset At, string Text, string Outcome, string? Reason, DateTimeOffset? DecidedAt, bool? SamePerson);

/// <summary>An appeal as it is sent.</summary>
public sealed record AppealRequestShape(string? Text = null);

/// <summary>A reader's report as it is sent.</summary>
public sealed record ReportShape(string Guideline, string? Note = null);

/// <summary>A report was taken in, or was known already.</summary>
public sealed record ReportedShape(string Status);
