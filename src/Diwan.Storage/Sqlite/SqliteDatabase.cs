using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Reading;
using Diwan.Storage.Sqlite.Reading;
using Diwan.Storage.Sqlite.Writing;

namespace Diwan.Storage.Sqlite;

/// <summary>A SQLite file: readers on snapshots of it, and the one writer.</summary>
internal sealed class SqliteDatabase(ReaderPool readers, GroupWriter writer, CursorCodec cursors) : Database(cursors)
{
    /// <summary>The readers.</summary>
    public ReaderPool Readers => readers;

    /// <summary>The writer.</summary>
    public GroupWriter Writer => writer;

    /// <inheritdoc/>
    public override Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken ct) => readers.RunAsync(read, ct);

    /// <inheritdoc/>
    public override Task<T> ReadTogetherAsync<T>(Func<Session, T> read, CancellationToken ct) => readers.RunTogetherAsync(read, ct);

    /// <inheritdoc/>
    public override Task<T> WriteAsync<T>(Func<Session, T> write, CancellationToken ct, Question? question = null) => writer.RunAsync(write, ct);
}
