using Microsoft.Data.Sqlite;

namespace Diwan.Storage.Sqlite;

/// <summary>Copies a database in use: SQLite's own backup reads one snapshot, so the copy is consistent while writing goes on.</summary>
internal static class SqliteBackup
{
    /// <summary>Writes beside the target, then moves there: a file with that name is a whole backup.</summary>
    public static void Run(SqliteStoreOptions options, string path)
    {
        if (File.Exists(path)) throw new IOException($"{path} is there already.");
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            new FileStream(temporary, PrivateFolder.NewFile(UnixFileMode.UserRead | UnixFileMode.UserWrite)).Dispose();
            using (var source = SqliteSession.Open(options.DatabasePath, readOnly: true, options.LockTimeout))
            using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = temporary, Pooling = false }.ToString()))
            {
                target.Open();
                source.Connection.BackupDatabase(target);
            }

            File.Move(temporary, path, overwrite: false);
        }
        finally
        {
            foreach (var rest in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(temporary + rest);
        }
    }
}
