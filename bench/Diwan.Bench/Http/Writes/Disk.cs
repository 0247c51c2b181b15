using System.Diagnostics;

namespace Diwan.Bench.Http.Writes;

/// <summary>What the disk does without any database: the least that a durable write must wait for.</summary>
internal static class Disk
{
    private const int Block = 4096;

    /// <summary>How often in a second a block is appended to a file and waited for until it is on disk.</summary>
    /// <param name="folder">Where the database lies too.</param>
    /// <param name="forSeconds">How long to measure.</param>
    public static double SyncsPerSecond(string folder, double forSeconds)
    {
        var path = Path.Combine(folder, "syncs");
        var block = new byte[Block];
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        var start = Stopwatch.GetTimestamp();
        var count = 0L;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < forSeconds)
        {
            RandomAccess.Write(file, block, count * Block);
            RandomAccess.FlushToDisk(file);
            count++;
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
