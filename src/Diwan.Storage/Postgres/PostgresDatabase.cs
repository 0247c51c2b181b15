using Diwan.Storage.Postgres.Reading;
using Diwan.Storage.Postgres.Writing;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Reading;

namespace Diwan.Storage.Postgres;

/// <summary>A PostgreSQL database as one node uses it: readers on the primary and on the replica, and the node's one writer.</summary>
internal sealed class PostgresDatabase(PostgresReaders readers, PostgresReaders? replica, PublishedGate? gate, PostgresWriter writer, CursorCodec cursors) : Database(cursors)
{
    /// <summary>The writer.</summary>
    public PostgresWriter Writer => writer;

    /// <inheritdoc/>
    public override Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken ct) => readers.RunAsync(read, ct);

    /// <inheritdoc/>
    public override Task<T> ReadTogetherAsync<T>(Func<Session, T> read, CancellationToken ct) => readers.RunTogetherAsync(read, ct);

    /// <inheritdoc/>
    public override async Task<T> ReadPublishedAsync<T>(Func<Session, T> read, bool together, CancellationToken ct)
    {
        if (replica is not null && gate!.IsOpen)
        {
            try
            {
                return await Run(replica);
            }
            catch (StoreBusyException)
            {
                // The primary has it too.
            }
        }

        return await Run(readers);

        Task<T> Run(PostgresReaders from) => together ? from.RunTogetherAsync(read, ct) : from.RunAsync(read, ct);
    }

    /// <inheritdoc/>
    public override Task<T> WriteAsync<T>(Func<Session, T> write, CancellationToken ct, Question? question = null) => writer.RunAsync(write, question, ct);
}
