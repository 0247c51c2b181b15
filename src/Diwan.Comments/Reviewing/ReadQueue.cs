using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Reviewing;

/// <summary>The desk looks at a queue: each comment with all that deciding on it needs.</summary>
public sealed class ReadQueue(IDeskStore desk, ICommentStore comments, IArticleStore articles)
{
    /// <summary>How long a moderator's card is kept from others without a sign of life.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(2);

    /// <summary>A page of a queue as cards.</summary>
    /// <exception cref="Publishing.CursorException">The cursor was not given out for this queue.</exception>
    public async Task<CardPage> RunAsync(QueueQuery query, CancellationToken ct = default)
    {
        var page = await desk.QueueAsync(query, ct);
        var cards = new List<Card>(page.Comments.Count);
        foreach (var comment in page.Comments) cards.Add(await CardAsync(comment, ct));
        return new(cards, page.Next);
    }

    /// <summary>One comment as a card; null when there is none with this id.</summary>
    public async Task<Card?> FindAsync(string commentId, CancellationToken ct = default) =>
        await comments.FindAsync(commentId, ct) is { } comment ? await CardAsync(comment, ct) : null;

    private async Task<Card> CardAsync(Comment comment, CancellationToken ct) => new(
        comment,
        await comments.JudgementAsync(comment.Id, ct),
        await articles.FindAsync(comment.ArticleId, ct) ?? throw new InvalidOperationException("A comment stands under an article that is not there."),
        comment.ParentId is null ? null : await comments.FindAsync(comment.ParentId, ct),
        await desk.AuthorRecordAsync(comment.Id, ct),
        await comments.DecisionsAsync(comment.Id, ct),
        await desk.OpenReportsAsync(comment.Id, ct));
}

/// <summary>A page of cards.</summary>
/// <param name="Cards">In the order asked for.</param>
/// <param name="Next">Cursor of the next page; null when this is the last.</param>
public sealed record CardPage(IReadOnlyList<Card> Cards, string? Next);
