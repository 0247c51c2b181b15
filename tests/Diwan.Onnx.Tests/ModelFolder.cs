namespace Diwan.Onnx.Tests;

/// <summary>A data folder with a tiny model: it knows five words, finds "nasty" toxic and "dimwit" both toxic and an insult.</summary>
internal sealed class ModelFolder : IDisposable
{
    public const string Scores = "scores: [{attribute: TOXICITY, index: 0}, {attribute: INSULT, index: 1}]";

    // Columns: toxic, insult. What the rows hold are log-odds: 3 is 95 %, -3 is 5 %.
    private static readonly (string Word, float[] Row)[] Vocabulary =
    [
        ("[PAD]", [-3, -3]), ("[UNK]", [-3, -3]), ("[CLS]", [-3, -3]), ("[SEP]", [-3, -3]), ("[MASK]", [-3, -3]),
        ("a", [-3, -3]), ("kind", [-3, -3]), ("word", [-3, -3]), ("nasty", [3, -3]), ("dim", [-3, -3]), ("##wit", [3, 2]),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("diwan-own-model");

    public ModelFolder(string more = "", string name = "tiny", string scores = Scores, byte[]? graph = null)
    {
        Directory.CreateDirectory(Models);
        File.WriteAllBytes(Path.Combine(Models, "tiny.onnx"), graph ?? Graph());
        File.WriteAllLines(Path.Combine(Models, "vocab.txt"), Vocabulary.Select(entry => entry.Word));
        Write($"name: {name}\nfile: tiny.onnx\ntokenizer: {{file: vocab.txt, maxTokens: 8}}\n{scores}\n{more}\n");
    }

    public string Root => folder.FullName;

    private string Models => Path.Combine(folder.FullName, "models");

    public static byte[] Graph(params string[] inputs) => TinyGraph.Bytes([.. Vocabulary.Select(entry => entry.Row)], [[1, 0], [0, 1]], inputs);

    public void Write(string settings) => File.WriteAllText(Path.Combine(Models, "own.yaml"), settings);

    public void Add(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Models, file), bytes);

    public OwnModel Load() => OwnModel.Load(Root)!;

    public void Dispose() => folder.Delete(recursive: true);
}
