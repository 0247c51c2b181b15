using Diwan.Comments.Stores;
using Diwan.Storage.Postgres.Reading;
using Npgsql;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>Keeps pictures in the database, for every node.</summary>
internal sealed class PostgresMedia(NpgsqlDataSource source, PostgresReaders readers) : IMediaStore
{
    private const string Find = "SELECT content FROM media WHERE name = @name";

    /// <inheritdoc/>
    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, string extension, CancellationToken ct = default)
    {
        var name = PictureName.Of(content.Span, extension);
        await using var command = source.CreateCommand("INSERT INTO media (name, content) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = content });
        await command.ExecuteNonQueryAsync(ct);
        return name;
    }

    /// <inheritdoc/>
    public Stream? Open(string name)
    {
        if (!PictureName.Is(name)) return null;
        var found = readers.RunAsync(session => session.First(Find, row => row.Bytes(0), ("@name", name)), CancellationToken.None).GetAwaiter().GetResult();
        return found is null ? null : new MemoryStream(found, writable: false);
    }
}
