using Diwan.Storage.Sqlite.Reading;
using Diwan.Storage.Sqlite.Writing;

namespace Diwan.Storage.Sqlite;

/// <summary>What every store works with: the readers, the one writer and the cursors.</summary>
internal sealed record Database(ReaderPool Readers, GroupWriter Writer, CursorCodec Cursors)
{
    /// <summary>Runs a read.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken ct) => Readers.RunAsync(read, ct);

    /// <summary>Runs a write; returns after it is durable.</summary>
    public Task<T> WriteAsync<T>(Func<Session, T> write, CancellationToken ct) => Writer.RunAsync(write, ct);
}
