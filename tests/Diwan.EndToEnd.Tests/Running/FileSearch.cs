using System.IO.Compression;
using System.Text;

namespace Diwan.EndToEnd.Tests.Running;

/// <summary>Looks for what must not be left on disk.</summary>
internal static class FileSearch
{
    /// <summary>Which of the needles stand in which files: every file whole, as bytes, UTF-8 and UTF-16, unpacked, capitals or not.</summary>
    public static List<string> Holding(string folder, params string[] needles)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var bytes = memory.ToArray();
            foreach (var text in (string[])[Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), Unpacked(bytes)])
            {
                found.AddRange(needles.Where(needle => text.Contains(needle, StringComparison.OrdinalIgnoreCase)).Select(needle => $"{needle} in {Path.GetFileName(file)}"));
            }
        }

        return found;
    }

    private static string Unpacked(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return "";
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }
}
