using System.Globalization;
using System.Text;

namespace Diwan.Storage;

/// <summary>The list of erasures as a file of its own in a data folder, so that it survives the database it is about.</summary>
internal sealed class ErasureList(string folder)
{
    /// <summary>Its name: a time, and a comment's id or an address's digest, on each line.</summary>
    public const string FileName = "erasures.txt";

    private readonly Lock _turn = new();

    private string FilePath => Path.Combine(folder, FileName);

    /// <summary>Adds a line, on disk when it returns.</summary>
    public void Add(string subject, DateTimeOffset at)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {subject}\n");
        lock (_turn)
        {
            // Appending is one write: two processes do not mix their lines.
            using var file = new FileStream(FilePath, PrivateFolder.Append(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            file.Write(Encoding.ASCII.GetBytes(line));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Every subject once, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken ct)
    {
        if (!File.Exists(FilePath)) return [];
        var lines = await File.ReadAllLinesAsync(FilePath, ct);
        return [.. lines.Select(line => line.Split(' ', 2)).Where(parts => parts.Length == 2).Select(parts => parts[1]).Distinct()];
    }
}
