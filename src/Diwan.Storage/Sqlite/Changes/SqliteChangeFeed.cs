using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Changes;

namespace Diwan.Storage.Sqlite.Changes;

/// <summary>Reads the table of changes: at once after a commit of this process, and when the file shows that another process has written.</summary>
internal sealed class SqliteChangeFeed : ChangeFeed, IDisposable
{
    // Half of the half second that is promised: looking costs one read of the file's shared header.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private const string DataVersionSql = "PRAGMA data_version";

    private readonly SqliteSession _session;

    /// <summary>Takes over a reading session; starts after the newest change there is.</summary>
    public SqliteChangeFeed(SqliteSession session, TimeProvider clock) : base(clock)
    {
        _session = session;
        Position = Number(ChangeSql.Newest) ?? 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <inheritdoc/>
    protected override Task<List<(long Seq, Change Change)>> ReadNewAsync(CancellationToken ct)
    {
        lock (_session)
        {
            var rows = _session.All(ChangeSql.After, ChangeOf, ("@seq", Position));
            if (rows.Count == 0 || rows[0].Seq == Position + 1) return Task.FromResult(rows);
            Position = rows[^1].Seq;
            throw new ChangeGapException();
        }
    }

    /// <inheritdoc/>
    /// <remarks><c>data_version</c> moves when any other connection has written, whichever process it belongs to.</remarks>
    protected override async Task WatchAsync(CancellationToken ct)
    {
        var seen = Number(DataVersionSql);
        await EveryAsync(Interval, Look, ct);

        void Look()
        {
            var version = Number(DataVersionSql);
            if (version != seen) Wake();
            seen = version;
        }
    }

    private long? Number(string sql)
    {
        lock (_session) return _session.Number(sql);
    }
}
