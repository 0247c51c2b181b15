using System.Globalization;
using Diwan.Comments.Ledger;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Changes;
using Diwan.Storage.Shared.Ledger;

namespace Diwan.Storage.Shared.Policies;

/// <summary>Keeps policies.</summary>
internal sealed class PolicyStore(Database database) : IPolicyStore
{
    /// <inheritdoc/>
    public Task<string?> CurrentAsync(CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(PolicySql.Current, row => row.Text(1)), ct);

    /// <inheritdoc/>
    public Task<string?> FindAsync(string version, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(PolicySql.Find, row => row.Text(1), ("@version", version)), ct);

    /// <inheritdoc/>
    public Task<bool> PublishAsync(string version, string yaml, DateTimeOffset at, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            var known = session.First(PolicySql.Find, row => row.Text(1), ("@version", version));
            if (known is not null && known != yaml) return false;
            if (known is null) session.Execute(PolicySql.Add, ("@version", version), ("@yaml", yaml));

            // Publishing what is in force already is no news.
            if (session.First(PolicySql.Current, row => row.Text(0)) == version) return true;
            var seq = (session.Number(PolicySql.LastSeq) ?? 0) + 1;
            var entry = LedgerWriter.Append(session, LedgerKind.Policy, seq.ToString(CultureInfo.InvariantCulture), LedgerRecord.Policy(version, yaml, at));
            session.Execute(PolicySql.Publish, ("@seq", seq), ("@version", version), ("@at", at.UtcTicks), ("@entry", entry));
            ChangeLog.Append(session, ChangeKind.Policy, version);
            return true;
        },
        ct);
}
