using Diwan.Comments.Stores;
using Diwan.Storage.Postgres.Reading;
using Diwan.Storage.Shared.Changes;

namespace Diwan.Storage.Postgres.Changes;

/// <summary>Reads the table of changes: at once after a commit of this node, when another node tells, and twice a second in any case, so that a lost message leaves nothing old for long.</summary>
/// <remarks>While the database is away it says nothing, and goes on where it stood: what is kept stays as good as it was.</remarks>
internal sealed class PostgresChangeFeed : ChangeFeed, IAsyncDisposable
{
    /// <summary>Wakes the other nodes once the transaction is committed.</summary>
    public const string Notify = "SELECT pg_notify('diwan_changes', '')";

    private const string Listen = "LISTEN diwan_changes";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly PostgresReaders _readers;
    private readonly PostgresSources _sources;
    private readonly PublishedGate? _gate;
    private readonly INodeSignal? _others;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _listening;

    private PostgresChangeFeed(PostgresReaders readers, PostgresSources sources, TimeProvider clock, PublishedGate? gate, INodeSignal? others, long position)
        : base(clock)
    {
        (_readers, _sources, _gate, _others, Position) = (readers, sources, gate, others, position);
        _others?.OnTold(Wake);
        _listening = Task.Run(ListenAsync);
    }

    /// <summary>Starts after the newest change there is.</summary>
    public static async Task<PostgresChangeFeed> OpenAsync(
        PostgresReaders readers, PostgresSources sources, TimeProvider clock, PublishedGate? gate, INodeSignal? others, CancellationToken ct)
    {
        var newest = await readers.RunAsync(session => session.Number(ChangeSql.Newest) ?? 0, ct);
        gate?.Know(newest);
        return new(readers, sources, clock, gate, others, newest);
    }

    /// <inheritdoc/>
    public override void Signal()
    {
        _gate?.Close();
        base.Signal();
        _others?.Tell();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _listening;
        _ending.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task<List<(long Seq, Change Change)>> ReadNewAsync(CancellationToken ct)
    {
        List<(long Seq, Change Change)> rows;
        try
        {
            rows = await _readers.RunAsync(session => session.All(FeedSql.From, ChangeOf, ("@seq", Position)), ct);
        }
        catch (StoreBusyException)
        {
            return [];
        }

        var newest = rows.Count > 0 ? rows[^1].Seq : 0;
        // Before any page is made anew, so that it is not made from a copy that has not heard of this yet.
        _gate?.Know(newest);
        if (Position == 0 && (rows.Count == 0 || rows[0].Seq == 1)) return rows;
        if (rows.Count > 0 && rows[0].Seq == Position) return rows[1..];
        Position = newest;
        throw new ChangeGapException();
    }

    /// <inheritdoc/>
    protected override Task WatchAsync(CancellationToken ct) => EveryAsync(Interval, Wake, ct);

    private async Task ListenAsync()
    {
        var ct = _ending.Token;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _sources.Primary.OpenConnectionAsync(ct);
                connection.Notification += (_, _) => Wake();
                await using (var command = connection.CreateCommand())
                {
                    command.CommandText = Listen;
                    await command.ExecuteNonQueryAsync(ct);
                }

                // What was told while nobody listened.
                Wake();
                while (true) await connection.WaitAsync(ct);
            }
            catch (Exception exception) when (exception is OperationCanceledException || PostgresFaults.IsAway(exception))
            {
                // The real clock: what is waited for is a server, whatever time this process is told.
                if (!ct.IsCancellationRequested) await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
