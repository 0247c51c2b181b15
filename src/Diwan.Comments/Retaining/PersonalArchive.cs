using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diwan.Comments.Retaining;

/// <summary>Everything that is stored of whoever confirmed an address, for them to keep. Described in <c>docs/guides/proof-and-erasure.md</c>.</summary>
/// <param name="Format"><see cref="CurrentFormat"/>.</param>
/// <param name="At">When it was made.</param>
/// <param name="Address">The address, its ASCII letters small.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
/// <param name="Comments">Every comment that was sent with it, oldest first.</param>
public sealed record PersonalArchive(
    string Format, DateTimeOffset At, string Address, DateTimeOffset ConfirmedAt, IReadOnlyList<ArchivedComment> Comments)
{
    /// <summary>Name of this format.</summary>
    public const string CurrentFormat = "diwan-person/1";

    /// <summary>The archive as JSON in UTF-8, one that people can read too.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ArchiveJson.Readable.PersonalArchive);
}

/// <summary>One comment with all that is stored about it.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="Article">Address of the article: the publisher's own where it is known, else its path on this site.</param>
/// <param name="Headline">The article's.</param>
/// <param name="ParentId">The comment it answers; null for none.</param>
/// <param name="Author">The name it was sent with.</param>
/// <param name="Text">Its text, as received.</param>
/// <param name="Hash">SHA-256 of the text's UTF-8 bytes, hexadecimal.</param>
/// <param name="At">When it came.</param>
/// <param name="Language">What it was taken to be in, ISO 639.</param>
/// <param name="Status">As in all interfaces: <c>pending approved rejected withdrawn</c>.</param>
/// <param name="Receipt">Its receipt, which opens <c>/r/{receipt}</c>.</param>
/// <param name="IsHeld">True while the law forbids erasing it.</param>
/// <param name="Measured">What software measured of it.</param>
/// <param name="ReaderKey">Keyed hash by which comments of one reader are known, against floods; null once it was dropped.</param>
/// <param name="Fingerprint">By which near-copies are found, hexadecimal; null once it was dropped.</param>
/// <param name="Decisions">All of them, oldest first.</param>
/// <param name="Appeals">The author's, oldest first.</param>
public sealed record ArchivedComment(
    string Id, string Article, string Headline, string? ParentId, string Author, string Text, string Hash, DateTimeOffset At, string Language,
    string Status, string Receipt, bool IsHeld, IReadOnlyList<ArchivedSignal> Measured, string? ReaderKey, string? Fingerprint,
    IReadOnlyList<ArchivedDecision> Decisions, IReadOnlyList<ArchivedAppeal> Appeals)
{
    /// <summary>What stands beside the name: <c>newsroom</c>, or null.</summary>
    public string? Badge { get; init; }
}

/// <summary>One measured fact.</summary>
/// <param name="Attribute">What it speaks of.</param>
/// <param name="Score">0 to 1; null where it could not be measured.</param>
/// <param name="Detector">Who measured.</param>
/// <param name="Field"><c>text</c> or <c>author</c>.</param>
/// <param name="Start">First UTF-16 unit it rests on; null when it rests on the whole.</param>
/// <param name="End">The unit after the last.</param>
public sealed record ArchivedSignal(string Attribute, double? Score, string Detector, string Field, int? Start, int? End);

/// <summary>One decision.</summary>
/// <param name="Version">The comment's version after it.</param>
/// <param name="Outcome"><c>held approved rejected reopened withdrawn</c>.</param>
/// <param name="DecidedBy"><c>rule person author</c>.</param>
/// <param name="Guideline">The guideline that a rejection cites.</param>
/// <param name="Reasons">What it rests on.</param>
/// <param name="Note">A moderator's remark.</param>
/// <param name="PolicyVersion">Version of the policy.</param>
/// <param name="ModelVersion">Version of the model.</param>
/// <param name="At">When.</param>
public sealed record ArchivedDecision(
    int Version, string Outcome, string DecidedBy, string? Guideline, IReadOnlyList<ArchivedSignal> Reasons, string? Note, string PolicyVersion,
    string ModelVersion, DateTimeOffset At);

/// <summary>One appeal.</summary>
/// <param name="Text">The author's words.</param>
/// <param name="At">When it came.</param>
/// <param name="IsOverturned">What came of it; null while it waits.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecidedAt">When it was decided.</param>
public sealed record ArchivedAppeal(string Text, DateTimeOffset At, bool? IsOverturned, string? Reason, DateTimeOffset? DecidedAt);

/// <summary>The generated code behind <see cref="PersonalArchive"/>.</summary>
[JsonSerializable(typeof(PersonalArchive))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    /// <summary>With letters as they are: it is a file, no part of a page.</summary>
    public static ArchiveJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
