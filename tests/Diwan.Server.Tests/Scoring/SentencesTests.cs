using Diwan.Server.Scoring.Answers;

namespace Diwan.Server.Tests.Scoring;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two!  Three", "One.|Two!|Three")]
    [InlineData("It costs 3.5 at diwan.example. Cheap?", "It costs 3.5 at diwan.example.|Cheap?")]
    [InlineData("كيف حالك؟ بخير", "كيف حالك؟|بخير")]
    [InlineData("یہ اچھا ہے۔ شکریہ۔", "یہ اچھا ہے۔|شکریہ۔")]
    [InlineData("كيف حالك؟بخير", "كيف حالك؟|بخير")]
    [InlineData("今日は天気がいい。散歩に行こう！「いいね？」はい", "今日は天気がいい。|散歩に行こう！|「いいね？」|はい")]
    [InlineData("Wait!？Yes", "Wait!？|Yes")]
    [InlineData("first line\nsecond line\n", "first line|second line")]
    [InlineData("Wait... what?!", "Wait...|what?!")]
    [InlineData("   ", "   ")]
    public void Sentences_end_where_readers_see_them_end(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Sentences.Of(text).Select(span => span.Quote(text)));

    [Fact]
    public void A_text_of_very_many_sentences_is_cut_into_few_spans_that_cover_it()
    {
        var text = string.Concat(Enumerable.Repeat("a. ", 6_000)).TrimEnd();
        var spans = Sentences.Of(text);

        Assert.InRange(spans.Count, 2, 200);
        Assert.Equal((0, text.Length), (spans[0].Start, spans[^1].End));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.End + 1, pair.Second.Start));
    }
}
