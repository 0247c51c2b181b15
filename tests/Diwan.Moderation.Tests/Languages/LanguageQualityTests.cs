namespace Diwan.Moderation.Tests.Languages;

/// <summary>What the shipped model must keep recognising, on sentences written for these tests.</summary>
public sealed class LanguageQualityTests
{
    private static readonly (string Language, string Script, string Text)[] Sentences =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Languages", "own-sentences.txt"))
            .Where(line => line is not ['#', ..])
            .Select(line => line.Split('\t'))
            .Select(parts => (parts[0].Split(' ')[0], parts[0].Split(' ')[1], parts[1])),
    ];

    [Fact]
    public void At_least_95_in_100_of_our_own_sentences_are_recognised()
    {
        var wrong = Sentences.Where(sentence => !IsRight(sentence)).Select(sentence => sentence.Text).ToList();
        Assert.True(wrong.Count <= Sentences.Length * 0.05, string.Join('\n', wrong));
    }

    [Fact]
    public void No_Kurdish_sentence_is_taken_for_Arabic_Persian_or_Turkish_and_none_of_those_for_Kurdish()
    {
        string[] kurdish = ["ckb", "kmr"], others = ["ar", "fa", "tr"];
        Assert.DoesNotContain(Sentences, sentence => Crosses(sentence.Language, Code(sentence.Text)));

        bool Crosses(string truth, string given) =>
            (kurdish.Contains(truth) && others.Contains(given)) || (others.Contains(truth) && kurdish.Contains(given));
    }

    [Theory]
    [InlineData("ok", "en", "Latn")]
    [InlineData("spas", "kmr", "Latn")]
    [InlineData("teşekkürler", "tr", "Latn")]
    [InlineData("سوپاس", "ckb", "Arab")]
    [InlineData("شكرا", "ar", "Arab")]
    [InlineData("7abibi ana mish 3aref", "ar", "Latn")]
    [InlineData("ΚΑΛΗΜΕΡΑ", "el", "Grek")]
    [InlineData("спасибо", "und", "Cyrl")]
    [InlineData("日本語です", "ja", "Jpan")]
    public void Short_comments_are_recognised(string text, string language, string script)
    {
        var identified = ShippedModel.Identifier.Identify(text);
        Assert.Equal((language, script), (identified.Code, identified.Script));
    }

    private static bool IsRight((string Language, string Script, string Text) sentence)
    {
        var identified = ShippedModel.Identifier.Identify(sentence.Text);
        return (identified.Code, identified.Script) == (sentence.Language, sentence.Script);
    }

    private static string Code(string text) => ShippedModel.Identifier.Identify(text).Code;
}
