using Diwan.Comments.Stores;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Retaining;
using Npgsql;

namespace Diwan.Storage.Postgres;

/// <summary>Erasures of a cluster: the list lies in the database for every node, and in the folder of the node that erased, where it survives the database.</summary>
internal sealed class PostgresErasureStore(Database database, NpgsqlDataSource source, string folder) : IErasureStore
{
    private const string Add = "INSERT INTO erasures (subject, at) VALUES (@subject, @at)";
    private const string List = "SELECT subject FROM erasures GROUP BY subject ORDER BY min(seq)";

    // Everything that erasing empties or takes rows from.
    private const string Vacuum = "VACUUM comments, judgements, decisions, comment_private, fingerprints, idempotency_keys, receipts, reports, appeals, ledger, mail_addresses, mail_orders";

    private readonly ErasureList _list = new(folder);

    /// <inheritdoc/>
    public async Task NoteAsync(string subject, DateTimeOffset at, CancellationToken ct = default)
    {
        await Task.Run(() => _list.Add(subject, at), ct);
        await database.WriteAsync(session => session.Execute(Add, ("@subject", subject), ("@at", at.UtcTicks)), ct);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct = default)
    {
        var shared = await database.ReadAsync(session => session.All(List, row => row.Text(0)), ct);
        return [.. shared.Union(await _list.ReadAsync(ct))];
    }

    /// <inheritdoc/>
    /// <remarks>Old versions of rows are taken out of their tables, here and on every standby. What PostgreSQL's own log and backups of it still hold
    /// goes when they do: how long they are kept is the operator's to say.</remarks>
    public async Task<bool> ScrubAsync(CancellationToken ct = default)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var command = new NpgsqlCommand(Vacuum, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (Exception exception) when (PostgresFaults.IsAway(exception) || PostgresFaults.IsBusy(exception))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<bool> IsHeldAsync(string commentId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.Number(ErasureSql.IsHeld, ("@id", commentId)) is not null, ct);

    /// <inheritdoc/>
    public Task SetHoldAsync(string commentId, string accountId, bool isHeld, DateTimeOffset at, CancellationToken ct = default) => database.WriteAsync(
        session => isHeld
            ? session.Execute(ErasureSql.Hold, ("@id", commentId), ("@account", accountId), ("@at", at.UtcTicks))
            : session.Execute(ErasureSql.Release, ("@id", commentId)),
        ct);
}
