using Diwan.Storage.Shared.Ledger;

namespace Diwan.Storage.Shared;

/// <summary>One connection with its prepared statements, whichever database it leads to. For one caller at a time.</summary>
/// <remarks>A statement names its parameters (<c>@id</c>); values it does not name are passed over, so that a database which needs one more finds it.</remarks>
internal abstract class Session : IDisposable
{
    /// <summary>Set when a change of what readers see was noted; the writer clears it as a transaction begins.</summary>
    public bool HasChange { get; set; }

    /// <summary>What the writer looked up for the whole group beforehand; null where each unit looks for itself.</summary>
    public Foresight? Foreseen { get; protected set; }

    /// <summary>Runs a statement; the number of rows it changed.</summary>
    public abstract int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Runs a statement whose number of rows nobody asks for: at once, or together with others before the next answer or the commit.</summary>
    public virtual void Post(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Execute(sql, values);

    /// <summary>The first row, or null when there is none.</summary>
    public abstract T? First<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values) where T : class;

    /// <summary>All rows.</summary>
    public abstract List<T> All<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>The first column of the first row as a number; null when there is no row or it is NULL.</summary>
    public abstract long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>How far the ledger reaches, inside the writer's transaction.</summary>
    public virtual LedgerState LedgerState() =>
        First(LedgerSql.State, row => new LedgerState(row.Number(0), row.Count(1), row.Number(2)))!;

    /// <summary>Where the ledger's next entry stands, inside the writer's transaction.</summary>
    public virtual long NextEntry() => Number(LedgerSql.Size) ?? 0;

    /// <summary>Appends an entry at the place that <see cref="NextEntry"/> gave.</summary>
    public virtual void AppendEntry(StoredEntry entry) => Post(
        LedgerSql.Append, ("@idx", entry.Index), ("@kind", (long)entry.Kind), ("@ref", entry.Ref), ("@key", entry.Key), ("@leaf", entry.Leaf));

    /// <summary>Leaves of the ledger from a place to before another.</summary>
    public virtual IReadOnlyList<byte[]> Leaves(long from, long to) => All(LedgerSql.Leaves, row => row.Bytes(0), ("@from", from), ("@to", to));

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the connection.</summary>
    protected abstract void Dispose(bool disposing);
}
