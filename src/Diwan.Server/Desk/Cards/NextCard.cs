using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;

namespace Diwan.Server.Desk.Cards;

/// <summary>Finds the card a moderator works on next, one that nobody else holds when there is a choice.</summary>
internal sealed class NextCard(IDeskStore desk, ReadQueue queue, TimeProvider clock)
{
    // Twenty moderators at most sit at one desk (design, section 5): among so many cards one is free.
    private const int Depth = 50;

    /// <summary>The card asked for, or the first free one of the queue.</summary>
    /// <param name="kind">The queue.</param>
    /// <param name="order">Its order.</param>
    /// <param name="commentId">The card asked for; null for the next free one.</param>
    /// <param name="accountId">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CardInQueue> FindAsync(QueueKind kind, QueueOrder order, string? commentId, string accountId, CancellationToken ct)
    {
        var comments = (await desk.QueueAsync(new(kind, order, Limit: Depth), ct)).Comments;
        var index = commentId is null ? -1 : comments.ToList().FindIndex(comment => comment.Id == commentId);
        if (commentId is not null)
        {
            var card = await queue.FindAsync(commentId, ct);
            var holder = card is null ? accountId : await ClaimAsync(commentId, accountId, ct);
            return new(card, Neighbour(index - 1), Neighbour(index + 1), holder == accountId ? null : holder);
        }

        for (index = 0; index < comments.Count; index++)
        {
            if (await ClaimAsync(comments[index].Id, accountId, ct) == accountId)
                return new(await queue.FindAsync(comments[index].Id, ct), Neighbour(index - 1), Neighbour(index + 1), HeldBy: null);
        }

        // All are held by others: the first is shown, and who holds it.
        return comments.Count == 0
            ? new(null, null, null, null)
            : new(await queue.FindAsync(comments[0].Id, ct), null, Neighbour(1), await ClaimAsync(comments[0].Id, accountId, ct));

        string? Neighbour(int at) => at >= 0 && at < comments.Count ? comments[at].Id : null;
    }

    private Task<string> ClaimAsync(string commentId, string accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return desk.ClaimAsync(commentId, accountId, now, now + ReadQueue.ClaimTime, ct);
    }
}

/// <summary>A card and its place in the queue.</summary>
/// <param name="Card">The card; null when nothing waits or there is no such comment.</param>
/// <param name="Previous">The comment before it; null at the start.</param>
/// <param name="Next">The comment after it; null at the end.</param>
/// <param name="HeldBy">The account that looks at it too; null when nobody does.</param>
public sealed record CardInQueue(Card? Card, string? Previous, string? Next, string? HeldBy);
