using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Retaining;
using Npgsql;

namespace Diwan.Storage.Postgres;

/// <summary>Erasures of a cluster: the list lies in the database for every node, and in the folder of the node that erased, where it survives the database.</summary>
internal sealed class PostgresErasureStore(Database database, NpgsqlDataSource source, string folder) : ErasureStore(database, folder)
{
    private const string Add = "INSERT INTO erasures (subject, at) VALUES (@subject, @at)";
    private const string List = "SELECT subject FROM erasures GROUP BY subject ORDER BY min(seq)";

    // Everything that erasing empties or takes rows from.
    private const string Vacuum = "VACUUM comments, judgements, decisions, comment_private, fingerprints, idempotency_keys, receipts, reports, appeals, ledger, mail_addresses, mail_orders";

    /// <inheritdoc/>
    public override async Task NoteAsync(string subject, DateTimeOffset at, CancellationToken ct = default)
    {
        await base.NoteAsync(subject, at, ct);
        await Database.WriteAsync(session => session.Execute(Add, ("@subject", subject), ("@at", at.UtcTicks)), ct);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct = default)
    {
        var shared = await Database.ReadAsync(session => session.All(List, row => row.Text(0)), ct);
        return [.. shared.Union(await base.ListAsync(ct))];
    }

    /// <inheritdoc/>
    /// <remarks>Old versions of rows are taken out of their tables, here and on every standby. What PostgreSQL's own log and backups of it still hold
    /// goes when they do: how long they are kept is the operator's to say.</remarks>
    public override async Task<bool> ScrubAsync(CancellationToken ct = default)
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
}
