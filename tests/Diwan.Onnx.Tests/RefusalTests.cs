namespace Diwan.Onnx.Tests;

/// <summary>A site does not start with settings that cannot be followed, and the message says what to mend.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Tokenizer = "tokenizer: {file: vocab.txt}";
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name: a b\nfile: tiny.onnx\n" + Tokenizer + "\n" + ModelFolder.Scores, "name")]
    [InlineData("name: x\n" + Tokenizer + "\n" + ModelFolder.Scores, "'file'")]
    [InlineData("name: x\nfile: none.onnx\n" + Tokenizer + "\n" + ModelFolder.Scores, "none.onnx")]
    [InlineData("name: x\nfile: vocab.txt\n" + Tokenizer + "\n" + ModelFolder.Scores, "vocab.txt cannot be loaded")]
    [InlineData("name: x\nfile: tiny.onnx\n" + ModelFolder.Scores, "tokenizer")]
    [InlineData("name: x\nfile: tiny.onnx\ntokenizer: {file: vocab.txt, maxTokens: 2}\n" + ModelFolder.Scores, "maxTokens")]
    [InlineData("name: x\nfile: tiny.onnx\n" + Tokenizer, "scores")]
    [InlineData("name: x\nfile: tiny.onnx\n" + Tokenizer + "\nscores: [{attribute: RUDENESS}]", "RUDENESS")]
    [InlineData("name: x\nfile: tiny.onnx\n" + Tokenizer + "\nscores: [{attribute: UNAVAILABLE}]", "UNAVAILABLE")]
    [InlineData("name: x\nfile: tiny.onnx\n" + Tokenizer + "\nscores: [{attribute: THREAT, index: 2}]", "2 numbers")]
    [InlineData("name: x\nfile: tiny.onnx\n" + Tokenizer + "\nscores: [{attribute: THREAT, slope: 0}]", "slope")]
    [InlineData("name: x\nfile: tiny.onnx\n" + Tokenizer + "\nscores: [{attribute: THREAT}, {attribute: THREAT}]", "twice")]
    [InlineData("name: x\nfile: tiny.onnx\nmood: good\n" + Tokenizer + "\n" + ModelFolder.Scores, "line 3: there is no key 'mood'")]
    [InlineData("name: x\nfile: tiny.onnx\nmode: sometimes\n" + Tokenizer + "\n" + ModelFolder.Scores, "line 3")]
    [InlineData("name: x\nfile: tiny.onnx\noutput: verdict\n" + Tokenizer + "\n" + ModelFolder.Scores, "logits")]
    public void Settings_that_cannot_be_followed_are_refused_by_name(string settings, string named)
    {
        folder.Write(settings);

        var refusal = Assert.Throws<InvalidDataException>(() => OwnModel.Load(folder.Root));

        Assert.StartsWith("models/own.yaml: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_that_asks_for_what_cannot_be_given_is_refused()
    {
        using var strange = new ModelFolder(graph: ModelFolder.Graph("input_ids", "weather"));

        Assert.Contains("weather", Assert.Throws<InvalidDataException>(strange.Load).Message, StringComparison.Ordinal);
    }
}
