using System.IO.Compression;
using System.Text.Json;

namespace Diwan.Learning.Evaluation.Comparison;

/// <summary>Reads texts with old scores: JSON lines, plain or gzipped, as <c>{"text","scores":{"TOXICITY":0.7}}</c>, or with the
/// <c>attributeScores</c> of an answer by the Perspective API as it was stored.</summary>
public static class ComparedRows
{
    private const string Experimental = "_EXPERIMENTAL";

    /// <summary>All rows of a file.</summary>
    /// <exception cref="InvalidDataException">A line is not such a row: the message names it. No text is quoted.</exception>
    public static IEnumerable<ComparedRow> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number);
            }
        }
    }

    private static ComparedRow Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var text = row.GetProperty("text").GetString() ?? throw new InvalidDataException($"line {number}: \"text\" is null");
            var language = row.TryGetProperty("language", out var stated) ? stated.GetString() : null;
            var scores = row.TryGetProperty("scores", out var plain)
                ? plain.EnumerateObject().Select(score => (score.Name, score.Value))
                : row.GetProperty("attributeScores").EnumerateObject().Select(score => (score.Name, Value: score.Value.GetProperty("summaryScore").GetProperty("value")));
            return new ComparedRow(text, language, scores.Where(score => score.Value.ValueKind != JsonValueKind.Null)
                .ToDictionary(score => Plain(score.Name), score => Checked(score.Name, score.Value.GetDouble(), number), StringComparer.Ordinal));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            // The parser's message may quote the line, and with it the comment.
            throw new InvalidDataException($"line {number} is no {{\"text\",\"scores\":{{\"TOXICITY\":0.7}}}}", error);
        }
    }

    private static double Checked(string attribute, double score, int number)
        => score is >= 0 and <= 1 ? score : throw new InvalidDataException($"line {number}: {attribute} is not from 0 to 1");

    private static string Plain(string attribute)
        => attribute.EndsWith(Experimental, StringComparison.Ordinal) ? attribute[..^Experimental.Length] : attribute;
}
