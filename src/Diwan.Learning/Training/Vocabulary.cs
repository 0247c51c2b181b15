using System.Text;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Training;

/// <summary>Which words have a row of their own in the word table, and the vector each begins with.</summary>
internal sealed class Vocabulary
{
    /// <summary>Numbers a vector has, filled up to a multiple of eight.</summary>
    public const int Size = 104;

    private const int Pretrained = 100, MostWords = 52000, LeastSeen = 5, Shared = 4096;
    private readonly Dictionary<uint, int> rows = [];

    private Vocabulary(uint[] words, float[] vectors) => (Words, Vectors) = (words, vectors);

    /// <summary>Hash of each word, in the order of rows.</summary>
    public uint[] Words { get; }

    /// <summary>Row 0 is the hidden word, then the words, then the rows unknown words share.</summary>
    public float[] Vectors { get; }

    /// <summary>Pretrained words first, then the commonest others of <paramref name="texts"/>.</summary>
    public static Vocabulary Build(IEnumerable<TextFeatures> texts, SeededRandom random)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var text in texts)
        {
            foreach (ref readonly var token in text.Tokens.AsSpan(0, text.TokenCount))
            {
                counts[token.Hash] = counts.GetValueOrDefault(token.Hash) + 1;
            }
        }

        var pretrained = ReadPretrained();
        var words = pretrained.Keys.Concat(counts.Where(pair => pair.Value >= LeastSeen && !pretrained.ContainsKey(pair.Key))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)).Take(MostWords).ToArray();
        var vectors = new float[(1 + words.Length + Shared) * Size];
        var vocabulary = new Vocabulary(words, vectors);
        for (var row = 1; row < vectors.Length / Size; row++)
        {
            var vector = vectors.AsSpan(row * Size, Pretrained);
            random.Fill(vector, 0.1f);
            if (row <= words.Length)
            {
                vocabulary.rows.Add(words[row - 1], row);
                pretrained.GetValueOrDefault(words[row - 1])?.CopyTo(vector);
            }
        }

        return vocabulary;
    }

    /// <summary>The row of a word, as the word tower will find it when scoring, one further for the hidden word.</summary>
    public int RowOf(uint hash)
        => rows.TryGetValue(hash, out var row) ? row : 1 + Words.Length + (int)(((ulong)(hash * 0x9E3779B1u) * Shared) >> 32);

    private static Dictionary<uint, float[]> ReadPretrained()
    {
        using var reader = new BinaryReader(Resources.Open("word-vectors.bin"), Encoding.UTF8);
        reader.ReadString();
        var count = reader.ReadInt32();
        var vectors = new Dictionary<uint, float[]>();
        for (var index = 0; index < count; index++)
        {
            var hash = HashOf(reader.ReadString());
            var scale = reader.ReadSingle();
            var bytes = reader.ReadBytes(Pretrained);
            vectors.TryAdd(hash, [.. bytes.Select(value => (sbyte)value * scale)]);
        }

        vectors.Remove(0);
        return vectors;
    }

    /// <summary>The hash a single word is known by; 0 when it is more than one.</summary>
    public static uint HashOf(string word)
    {
        var features = new TextFeatures();
        features.Read(NormalizedText.From(word).Folded);
        return features.TokenCount == 1 ? features.Tokens[0].Hash : 0;
    }
}
