using System.IO.Compression;
using System.Text.Json;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Sets;

/// <summary>Reads data sets: JSON lines, plain or gzipped, a file or every file of a folder, in the order of their names.</summary>
public static class SetReader
{
    /// <summary>All rows under <paramref name="path"/>.</summary>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder with sets at that path.</exception>
    /// <exception cref="InvalidDataException">A line is not a row: the message names file and line.</exception>
    public static IEnumerable<LabelledRow> Read(string path)
    {
        var files = Directory.Exists(path)
            ? Directory.GetFiles(path, "*.jsonl*").Order(StringComparer.Ordinal).ToArray()
            : [path];
        return files.Length == 0 || !files.All(File.Exists)
            ? throw new FileNotFoundException($"No data sets (*.jsonl, *.jsonl.gz) at {path}.")
            : files.SelectMany(ReadFile);
    }

    private static IEnumerable<LabelledRow> ReadFile(string file)
    {
        using var stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            yield return Parse(line, file, number);
        }
    }

    private static LabelledRow Parse(string line, string file, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var labels = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var label in row.GetProperty("labels").EnumerateObject())
            {
                labels[label.Name] = label.Value.GetDouble();
            }

            return new LabelledRow(
                Text(row, "id") ?? $"{number}", Text(row, "set")!, Text(row, "language") ?? "und", Text(row, "tier") ?? "evaluate",
                Text(row, "text")!, labels, Spans(row), Text(row, "template"));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file}, line {number}: {error.Message}", error);
        }
    }

    private static string? Text(JsonElement row, string name)
        => row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static List<TextSpan>? Spans(JsonElement row)
        => row.TryGetProperty("spans", out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(span => new TextSpan(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()))]
            : null;
}
