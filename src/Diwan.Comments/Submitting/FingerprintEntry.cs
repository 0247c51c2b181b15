namespace Diwan.Comments.Submitting;

/// <summary>What is kept of each comment to find near-copies.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="ArticleId">The article it stands under.</param>
/// <param name="AuthorKey">Keyed hash of what is known of its sender; null when nothing is.</param>
/// <param name="At">When it was received.</param>
/// <param name="Fingerprint">As computed by <see cref="Moderation.Text.Fingerprint"/> when it came.</param>
public sealed record FingerprintEntry(string CommentId, string ArticleId, string? AuthorKey, DateTimeOffset At, ulong Fingerprint);
