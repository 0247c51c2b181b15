using Diwan.Comments.Publishing;

namespace Diwan.Comments.Stores;

/// <summary>Counts what was decided, for the public moderation log.</summary>
public interface ILogStore
{
    /// <summary>Counts everything at one moment.</summary>
    Task<ModerationLog> ReadAsync(CancellationToken ct = default);
}
