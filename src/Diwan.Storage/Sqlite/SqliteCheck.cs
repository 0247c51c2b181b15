namespace Diwan.Storage.Sqlite;

/// <summary>Asks SQLite whether every page, index and reference of the database is sound.</summary>
internal static class SqliteCheck
{
    /// <summary>Throws with the first findings when it is not.</summary>
    public static void Run(SqliteStoreOptions options)
    {
        using var session = SqliteSession.Open(options.DatabasePath, readOnly: true, options.LockTimeout);
        var findings = session.All("PRAGMA integrity_check(10)", row => row.Text(0));
        findings.Remove("ok");
        findings.AddRange(session.All("PRAGMA foreign_key_check", row => $"a row of {row.Text(0)} refers to a missing row of {row.Text(2)}").Take(10));
        if (findings.Count > 0) throw new StoreDamagedException(string.Join("; ", findings));
    }
}
