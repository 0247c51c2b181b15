using Diwan.Moderation.Text;

namespace Diwan.Onnx.Tests;

/// <summary>Vocabularies of SentencePiece, with their own numbering and with XLM-RoBERTa's.</summary>
public class SentencePieceTests
{
    private const int Normal = 1, Unknown = 2, Control = 3;
    private static readonly string[] Pieces = ["▁kind", "▁nasty", "▁word"];

    [Theory]
    [InlineData("sentencePiece", 4)]
    [InlineData("xlmRoberta", 5)]
    public void The_token_that_counts_is_found_under_the_models_own_number(string kind, int nasty)
    {
        // One row a number: only the row of "▁nasty" is toxic.
        float[][] embedding = [.. Enumerable.Range(0, 8).Select(id => new float[] { id == nasty ? 3 : -3 })];
        using var folder = new ModelFolder(graph: TinyGraph.Bytes(embedding, [[1]]));
        folder.Add("tiny.model", Vocabulary());
        folder.Write($"name: tiny\nfile: tiny.onnx\ntokenizer: {{kind: {kind}, file: tiny.model}}\nscores: [{{attribute: TOXICITY}}]\n");
        using var model = folder.Load();

        Assert.True(Score(model, "kind nasty word") > 0.9);
        Assert.True(Score(model, "kind word") < 0.1);
    }

    private static double Score(OwnModel model, string text) => Assert.Single(model.Score(NormalizedText.From(text))).Score;

    // <unk> <s> </s>, then the pieces from 3.
    private static byte[] Vocabulary()
    {
        var model = new Protobuf().Message(1, Piece("<unk>", 0, Unknown)).Message(1, Piece("<s>", 0, Control)).Message(1, Piece("</s>", 0, Control));
        foreach (var piece in Pieces)
        {
            model.Message(1, Piece(piece, -1, Normal));
        }

        return model
            .Message(2, new Protobuf().Number(3, 1).Number(40, 0).Number(41, 1).Number(42, 2).Text(45, "<unk>").Text(46, "<s>").Text(47, "</s>"))
            .Message(3, new Protobuf().Text(1, "identity").Number(3, 1).Number(4, 1).Number(5, 1))
            .ToArray();
    }

    private static Protobuf Piece(string text, float score, int kind) => new Protobuf().Text(1, text).Float(2, score).Number(3, kind);
}
