using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Diwan.Storage.Migrations;
using Diwan.Storage.Postgres;
using Diwan.Storage.Postgres.Sharing;
using Diwan.Storage.Sqlite;

namespace Diwan.Storage.Moving;

/// <summary>Carries a site from its SQLite file to an empty PostgreSQL database, while readers are served; what is written meanwhile is told to come again.</summary>
public static class MoveToPostgres
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Moves it: all or nothing in one transaction, read back and compared before it counts; then the file takes no more writes.</summary>
    /// <param name="folder">The site's data folder, brought to the newest version before.</param>
    /// <param name="options">Where to.</param>
    /// <param name="say">Told of each step.</param>
    /// <param name="ct">Cancels; nothing has changed then.</param>
    /// <exception cref="MoveException">There is something in the target, or the source has moved before, or what was read back differs.</exception>
    public static async Task<MoveReport> RunAsync(string folder, PostgresStoreOptions options, Action<string> say, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        PrivateFolder.Create(options.Folder);
        await using var sources = new PostgresSources(options);
        await PostgresMigrator.RunAsync(sources.Primary, ct);
        var clusterKey = await ClusterKey.FindAsync(options, sources.Primary, ct);

        await using var target = await PostgresSide.OpenAsync(sources.Primary, ct);
        if (await target.HasAsync("SELECT 1 FROM ledger UNION ALL SELECT 1 FROM articles LIMIT 1", ct)) throw new MoveException($"{options.Primary.Shown} is not empty: a site is moved into an empty database");
        using var source = new SqliteSide(new SqliteStoreOptions { Folder = folder }.DatabasePath);
        var pause = Stopwatch.StartNew();
        if (source.HasMoved) throw new MoveException("this site was moved before; what is in this folder is the past");
        say("writes are held back; readers are served");

        var digests = await CopyAsync(source, target, ct);
        var pictures = await CopyPicturesAsync(folder, target, ct);
        await CopyErasuresAsync(folder, target, ct);
        say($"copied {digests.Values.Sum(digest => digest.Rows)} rows and {pictures} pictures; reading back");
        foreach (var table in SiteTable.All) Compare(table, digests[table.Name], target.Rows(table));

        CopyKeys(folder, new PostgresKeys(sources.Primary, clusterKey), new PostgresProtectionKeys(sources.Primary, clusterKey));
        await target.CommitAsync(ct);
        source.Close();
        source.Commit();
        return new(digests.ToDictionary(digest => digest.Key, digest => digest.Value.Rows), pictures, digests["ledger"].Rows, pause.Elapsed);
    }

    /// <summary>Compares what was written with what is read back, and every text with its own hash.</summary>
    internal static void Compare(SiteTable table, RowDigest written, IEnumerable<object?[]> rows)
    {
        var (text, hash, status) = (Array.IndexOf(table.Columns, "text"), Array.IndexOf(table.Columns, "hash"), Array.IndexOf(table.Columns, "status"));
        var read = new RowDigest();
        foreach (var row in rows)
        {
            read.Add(row);
            if (table.Name == "comments" && row[status] is not 5L && (string?)row[hash] != Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes((string)row[text]!))))
                throw new MoveException($"comment {row[0]} does not have the hash of its text: find out with 'diwan verify' before moving");
        }

        if (read.Rows != written.Rows || read.Value != written.Value) throw new MoveException($"{table.Name} was not carried over whole: {written.Rows} rows written, {read.Rows} read back");
    }

    private static async Task<Dictionary<string, RowDigest>> CopyAsync(SqliteSide source, PostgresSide target, CancellationToken ct)
    {
        var digests = new Dictionary<string, RowDigest>();
        foreach (var table in SiteTable.All)
        {
            if (table.Name == "comments")
            {
                var ids = table with { Columns = ["id", "article_id"] };
                await target.CopyAsync("comment_threads", ids.Columns, source.Rows(ids, withThread: false), ct);
            }

            var digest = digests[table.Name] = new();
            await target.WriteAsync(table, source.Rows(table, withThread: true), digest, ct);
        }

        return digests;
    }

    private static async Task<int> CopyPicturesAsync(string folder, PostgresSide target, CancellationToken ct)
    {
        var media = Path.Combine(folder, "media");
        if (!Directory.Exists(media)) return 0;
        var files = Directory.EnumerateFiles(media).Where(file => PictureName.Is(Path.GetFileName(file))).ToList();
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file, ct);
            var name = Path.GetFileName(file);
            if (PictureName.Of(content, name[65..]) != name) throw new MoveException($"the picture {name} is not what its name says");
            await target.CopyAsync("media", ["name", "content"], [[name, content]], ct);
        }

        return files.Count;
    }

    private static async Task CopyErasuresAsync(string folder, PostgresSide target, CancellationToken ct)
    {
        var erased = await new ErasureList(folder).ReadAsync(ct);
        await target.CopyAsync("erasures", ["subject", "at"], erased.Select(subject => new object?[] { subject, 0L }), ct);
    }

    // Outside the transaction, sealed: keys without a site are of no use to anybody, and are there before the site is.
    private static void CopyKeys(string folder, PostgresKeys keys, PostgresProtectionKeys protection)
    {
        var from = new FolderKeys(folder);
        foreach (var name in from.Names().Where(name => !name.StartsWith("cluster", StringComparison.Ordinal)))
        {
            if (!keys.Add(name, from.Get(name)) && !keys.Get(name).AsSpan().SequenceEqual(from.Get(name)))
                throw new MoveException($"the database has another key '{name}' already: begin with a new database");
        }

        var documents = Path.Combine(folder, "keys", "data-protection");
        if (!Directory.Exists(documents)) return;
        foreach (var file in Directory.EnumerateFiles(documents, "*.xml")) protection.Add(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
    }
}
