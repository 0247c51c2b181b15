using Diwan.Comments.Judging;

namespace Diwan.Comments.Stores;

/// <summary>Keeps suggestions until their time is over or somebody has them erased.</summary>
public interface ISuggestionStore
{
    /// <summary>Keeps one.</summary>
    Task AddAsync(Suggestion suggestion, CancellationToken ct = default);

    /// <summary>Those kept, oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<Suggestion>> ListAsync(int limit, CancellationToken ct = default);

    /// <summary>Erases all with this key and says how many.</summary>
    Task<int> EraseAsync(string erasureKey, CancellationToken ct = default);

    /// <summary>Erases all whose time is over and says how many.</summary>
    Task<int> EraseExpiredAsync(DateTimeOffset now, CancellationToken ct = default);
}
