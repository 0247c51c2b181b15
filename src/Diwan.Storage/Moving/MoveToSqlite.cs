using System.Diagnostics;
using Diwan.Storage.Postgres;
using Diwan.Storage.Postgres.Sharing;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Diwan.Storage.Moving;

/// <summary>Carries a site from PostgreSQL back to a SQLite file in a new folder, while readers are served; what is written meanwhile is told to come again.</summary>
public static class MoveToSqlite
{
    /// <summary>Moves it: the new folder is whole and compared before the database takes no more writes.</summary>
    /// <param name="options">Where from.</param>
    /// <param name="folder">A new data folder, or one with no site in it.</param>
    /// <param name="say">Told of each step.</param>
    /// <param name="ct">Cancels; the site is where it was then.</param>
    /// <exception cref="MoveException">There is a site in the folder, or the source has moved before, or what was read back differs.</exception>
    public static async Task<MoveReport> RunAsync(PostgresStoreOptions options, string folder, Action<string> say, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        var file = new SqliteStoreOptions { Folder = folder };
        if (File.Exists(file.DatabasePath)) throw new MoveException($"{folder} holds a site already");
        await using var sources = new PostgresSources(options);
        var clusterKey = await ClusterKey.FindAsync(options, sources.Primary, ct);
        await using var source = await PostgresSide.OpenAsync(sources.Primary, ct);
        var pause = Stopwatch.StartNew();
        if (await source.HasMovedAsync(ct)) throw new MoveException("this site was moved before; what is in this database is the past");
        say("writes are held back; readers are served");

        CopyKeys(folder, new PostgresKeys(sources.Primary, clusterKey), new PostgresProtectionKeys(sources.Primary, clusterKey));
        // Makes the file with its schema.
        await (await SqliteStore.OpenAsync(file, TimeProvider.System, NullLoggerFactory.Instance, ct)).DisposeAsync();
        var digests = new Dictionary<string, RowDigest>();
        using (var target = new SqliteSide(file.DatabasePath))
        {
            foreach (var table in SiteTable.All) target.Write(table, source.Rows(table), digests[table.Name] = new());
            say($"copied {digests.Values.Sum(digest => digest.Rows)} rows; reading back");
            foreach (var table in SiteTable.All) MoveToPostgres.Compare(table, digests[table.Name], target.Rows(table, withThread: false));
            target.Commit();
        }

        var pictures = await CopyPicturesAsync(sources.Primary, folder, ct);
        await CopyErasuresAsync(sources.Primary, folder, ct);
        await source.CloseAsync(ct);
        await source.CommitAsync(ct);
        return new(digests.ToDictionary(digest => digest.Key, digest => digest.Value.Rows), pictures, digests["ledger"].Rows, pause.Elapsed);
    }

    private static void CopyKeys(string folder, PostgresKeys keys, PostgresProtectionKeys protection)
    {
        PrivateFolder.Create(folder);
        var to = new FolderKeys(folder);
        foreach (var name in keys.Names().Where(name => !name.StartsWith("cluster", StringComparison.Ordinal))) to.Add(name, keys.Get(name));
        var documents = Path.Combine(folder, "keys", "data-protection");
        PrivateFolder.Create(documents);
        var number = 0;
        foreach (var document in protection.All())
        {
            using var file = new FileStream(Path.Combine(documents, $"key-moved-{number++}.xml"), PrivateFolder.NewFile(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            file.Write(System.Text.Encoding.UTF8.GetBytes(document));
        }
    }

    private static async Task<int> CopyPicturesAsync(NpgsqlDataSource source, string folder, CancellationToken ct)
    {
        var media = new MediaFolder(folder);
        await using var command = source.CreateCommand("SELECT name, content FROM media");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var count = 0;
        for (; await reader.ReadAsync(ct); count++)
        {
            var name = reader.GetString(0);
            if (await media.SaveAsync(reader.GetFieldValue<byte[]>(1), name[65..], ct) != name) throw new MoveException($"the picture {name} is not what its name says");
        }

        return count;
    }

    private static async Task CopyErasuresAsync(NpgsqlDataSource source, string folder, CancellationToken ct)
    {
        var list = new ErasureList(folder);
        await using var command = source.CreateCommand("SELECT subject, min(at) FROM erasures GROUP BY subject ORDER BY min(seq)");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) list.Add(reader.GetString(0), new(reader.GetInt64(1), TimeSpan.Zero));
    }
}
