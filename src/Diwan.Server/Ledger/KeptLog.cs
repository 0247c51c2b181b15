using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;

namespace Diwan.Server.Ledger;

/// <summary>The moderation log, counted again at most once a minute: counting reads the whole store, and readers come in crowds.</summary>
internal sealed class KeptLog(ILogStore log, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock _turn = new();
    private Task<ModerationLog>? _counted;
    private DateTimeOffset _at;

    /// <summary>The log and when it was counted.</summary>
    public async Task<(ModerationLog Log, DateTimeOffset At)> ReadAsync()
    {
        Task<ModerationLog> counted;
        DateTimeOffset at;
        lock (_turn)
        {
            var now = clock.GetUtcNow();
            if (_counted is null || _counted.IsFaulted || now - _at >= Fresh) (_counted, _at) = (log.ReadAsync(), now);
            (counted, at) = (_counted, _at);
        }

        return (await counted, at);
    }
}
