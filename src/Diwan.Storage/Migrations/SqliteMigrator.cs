using System.Globalization;
using System.Reflection;
using Diwan.Storage.Sqlite;

namespace Diwan.Storage.Migrations;

/// <summary>Brings a database to the newest version: each numbered script once, in order, in one transaction with its number.</summary>
/// <remarks>The number stands in the file's header (<c>user_version</c>) and moves in the script's own transaction under SQLite's write
/// lock, so a process that dies half-way leaves the old version whole, and a second process finds the work done.</remarks>
internal static class SqliteMigrator
{
    private const string Prefix = "Sqlite/";

    /// <summary>All scripts: number and text, in order.</summary>
    public static IReadOnlyList<(int Number, string Script)> Scripts { get; } = [.. Load()];

    /// <summary>Runs what is missing.</summary>
    /// <exception cref="StoreVersionException">The database is newer than this program.</exception>
    public static void Run(Session session)
    {
        var newest = Scripts[^1].Number;
        foreach (var (number, script) in Scripts)
        {
            session.Execute("BEGIN IMMEDIATE");
            try
            {
                var version = session.Number("PRAGMA user_version") ?? 0;
                if (version > newest) throw new StoreVersionException(version, newest);
                if (version < number)
                {
                    session.ExecuteScript(script);
                    session.ExecuteScript($"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}");
                }

                session.Execute("COMMIT");
            }
            catch
            {
                session.Execute("ROLLBACK");
                throw;
            }
        }
    }

    private static IEnumerable<(int Number, string Script)> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? assembly.GetManifestResourceStream(name.Replace('/', '\\'))!;
            using var reader = new StreamReader(stream);
            yield return (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
