using Diwan.Moderation.Text;

namespace Diwan.Comments.Reviewing;

/// <summary>A moderator's decision as it came.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Approve">True to publish, false to reject.</param>
/// <param name="Guideline">Code of the guideline a rejection cites; ignored for an approval.</param>
/// <param name="Version">The comment's version the moderator was looking at.</param>
/// <param name="AccountId">The moderator.</param>
/// <param name="Note">A remark for colleagues; null when none. At most 1,000 UTF-16 units.</param>
/// <param name="Spans">The words it rests on, as the moderator marked them in the text; empty to take those the engine found for the guideline.</param>
public sealed record DecideRequest(
    string CommentId, bool Approve, string? Guideline, int Version, string AccountId,
    string? Note = null, IReadOnlyList<TextSpan>? Spans = null);
