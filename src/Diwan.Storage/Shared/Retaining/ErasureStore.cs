using Diwan.Comments.Stores;

namespace Diwan.Storage.Shared.Retaining;

/// <summary>Erasures and legal holds: what was erased is listed in a file of its own, so that the list survives the database it is about.</summary>
internal abstract class ErasureStore(Database database, string folder) : IErasureStore
{
    private readonly ErasureList _list = new(folder);

    /// <summary>The database whose comments are erased.</summary>
    protected Database Database => database;

    /// <inheritdoc/>
    public virtual Task NoteAsync(string subject, DateTimeOffset at, CancellationToken ct = default) => Task.Run(() => _list.Add(subject, at), ct);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<string>> ListAsync(CancellationToken ct = default) => _list.ReadAsync(ct);

    /// <inheritdoc/>
    public abstract Task<bool> ScrubAsync(CancellationToken ct = default);

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
