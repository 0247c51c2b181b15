using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Diwan.Server.Desk.Api;

/// <summary>A page of a queue.</summary>
public sealed record QueueJson(IReadOnlyList<QueueItemJson> Items, string? Next);

/// <summary>A comment with what deciding on it needs.</summary>
/// <param name="Id">The comment.</param>
/// <param name="Version">To be sent back with a decision.</param>
/// <param name="Status"><c>pending approved rejected withdrawn erased</c>.</param>
/// <param name="Text">Exactly as received.</param>
/// <param name="Author">The author's name, exactly as received.</param>
/// <param name="At">When it was received.</param>
/// <param name="Language">ISO 639 code or <c>und</c>.</param>
/// <param name="Hash">SHA-256 of the UTF-8 text, hexadecimal.</param>
/// <param name="ParentId">The comment it answers.</param>
/// <param name="Article">The article it stands under.</param>
/// <param name="Recommendation"><c>approve reject hold</c>.</param>
/// <param name="Reasons">Every reason.</param>
/// <param name="AuthorRecord">What became of the author's other comments.</param>
/// <param name="Reports">Open reports.</param>
public sealed record QueueItemJson(
    string Id, int Version, string Status, string Text, string Author, DateTimeOffset At, string Language, string Hash, string? ParentId,
    QueueArticleJson Article, string Recommendation, IReadOnlyList<ReasonJson> Reasons, AuthorRecordJson AuthorRecord, IReadOnlyList<ReportJson> Reports)
{
    /// <summary><c>newsroom</c> when the publisher signed the author as its own; absent for readers.</summary>
    public string? Badge { get; init; }
}

/// <summary>The article of a comment.</summary>
public sealed record QueueArticleJson(string Id, string Slug, string Headline, string Language, bool Closed);

/// <summary>One reason: offsets are UTF-16 units of the text or name, end exclusive; null when it rests on the whole.</summary>
public sealed record ReasonJson(string? Guideline, string Rule, string Attribute, string Detector, string Field, int? Start, int? End, double Score);

/// <summary>Counts of an author's other comments.</summary>
public sealed record AuthorRecordJson(int Approved, int Rejected);

/// <summary>A reader's report.</summary>
public sealed record ReportJson(string Id, string Guideline, string? Note, DateTimeOffset At);

/// <summary>A decision as sent.</summary>
public sealed record DecisionRequestJson(string? Outcome, string? Guideline, string? Note, int? Version, IReadOnlyList<SpanJson>? Spans);

/// <summary>Words a moderator marked; UTF-16 units of the text, end exclusive.</summary>
public sealed record SpanJson(int Start, int End);

/// <summary>Undoing a decision.</summary>
public sealed record UndoRequestJson(int? Version);

/// <summary>Closing or opening a thread.</summary>
public sealed record ThreadRequestJson(bool? Closed);

/// <summary>Where a comment stands after an act.</summary>
public sealed record DecidedJson(string Id, string Status, int Version);

/// <summary>The number of reports dealt with.</summary>
public sealed record DismissedJson(int Dismissed);

[JsonSerializable(typeof(QueueJson))]
[JsonSerializable(typeof(QueueItemJson))]
[JsonSerializable(typeof(DecisionRequestJson))]
[JsonSerializable(typeof(UndoRequestJson))]
[JsonSerializable(typeof(ThreadRequestJson))]
[JsonSerializable(typeof(DecidedJson))]
[JsonSerializable(typeof(DismissedJson))]
[JsonSerializable(typeof(AppealsJson))]
[JsonSerializable(typeof(AppealDecisionJson))]
[JsonSerializable(typeof(AppealDecidedJson))]
[JsonSerializable(typeof(HoldRequestJson))]
internal sealed partial class DeskJson : JsonSerializerContext
{
    public static DeskJson Instance { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        // The web defaults read "1" as a number: here a wrong type is the caller's mistake.
        NumberHandling = JsonNumberHandling.Strict,
    });
}
