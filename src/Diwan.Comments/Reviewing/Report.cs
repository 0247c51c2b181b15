namespace Diwan.Comments.Reviewing;

/// <summary>A reader's notice about a published comment.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="CommentId">The comment.</param>
/// <param name="Guideline">Code of the guideline the reader names.</param>
/// <param name="Note">The reader's words; null when none. At most 1,000 UTF-16 units.</param>
/// <param name="ReporterKey">Keyed hash by which one reader's reports are known; null when unknown.</param>
/// <param name="At">When it came.</param>
public sealed record Report(string Id, string CommentId, string Guideline, string? Note, string? ReporterKey, DateTimeOffset At);
