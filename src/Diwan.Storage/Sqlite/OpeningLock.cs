namespace Diwan.Storage.Sqlite;

/// <summary>Lets one process at a time open and upgrade a store. The operating system frees it when its holder dies.</summary>
internal static class OpeningLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock; dispose the result to free it.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(SqliteStoreOptions options, CancellationToken ct)
    {
        var path = Path.Combine(options.Folder, "diwan.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException))
            {
                // The real clock: what is waited for is another process, whatever time this one is told.
                await Task.Delay(Pause, ct);
            }
        }
    }
}
