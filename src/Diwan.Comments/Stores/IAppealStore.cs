using Diwan.Comments.Reviewing;

namespace Diwan.Comments.Stores;

/// <summary>Keeps appeals and what came of them.</summary>
public interface IAppealStore
{
    /// <summary>Stores an appeal. False when this rejection has been appealed before; nothing is stored then.</summary>
    Task<bool> AddAsync(Appeal appeal, CancellationToken ct = default);

    /// <summary>The appeal with this id; null when there is none.</summary>
    Task<Appeal?> FindAsync(string appealId, CancellationToken ct = default);

    /// <summary>All appeals of a comment, oldest first.</summary>
    Task<IReadOnlyList<Appeal>> OfCommentAsync(string commentId, CancellationToken ct = default);

    /// <summary>Appeals that wait, longest waiting first; those whose rejection was undone meanwhile are left out.</summary>
    /// <param name="limit">1 to 200.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<Appeal>> OpenAsync(int limit, CancellationToken ct = default);

    /// <summary>How many wait.</summary>
    Task<int> CountOpenAsync(CancellationToken ct = default);

    /// <summary>Stores the outcome of an appeal and, when it overturns, the decision that publishes the comment, in one transaction.</summary>
    /// <returns>False when the appeal has an outcome already or the comment has moved on; nothing was stored then.</returns>
    Task<bool> CloseAsync(string appealId, AppealOutcome outcome, Decision? approval, CancellationToken ct = default);
}
