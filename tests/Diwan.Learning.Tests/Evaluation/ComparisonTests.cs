using Diwan.Learning.Evaluation.Comparison;

namespace Diwan.Learning.Tests.Evaluation;

public sealed class ComparisonTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Old_scores_are_read_plain_and_as_the_old_service_answered_them()
    {
        File.WriteAllLines(file,
        [
            """{"id":"1","text":"one","language":"en","scores":{"TOXICITY":0.7,"THREAT":null}}""",
            "",
            """{"text":"two","attributeScores":{"SEXUALLY_EXPLICIT_EXPERIMENTAL":{"summaryScore":{"value":0.25,"type":"PROBABILITY"}}}}""",
        ]);

        var rows = ComparedRows.Read(file).ToArray();

        Assert.Equal(2, rows.Length);
        Assert.Equal(("one", "en"), (rows[0].Text, rows[0].Language));
        Assert.Equal([new("TOXICITY", 0.7)], rows[0].Scores);
        Assert.Equal([new("SEXUALLY_EXPLICIT", 0.25)], rows[1].Scores);
    }

    [Theory]
    [InlineData("no JSON at all, secret words")]
    [InlineData("""{"text":"secret words"}""")]
    [InlineData("""{"text":"secret words","scores":{"TOXICITY":1.5}}""")]
    [InlineData("""{"text":"secret words","scores":{"TOXICITY":"high"}}""")]
    [InlineData("""{"text":7,"scores":{}}""")]
    public void A_line_that_cannot_be_read_is_named_and_not_quoted(string line)
    {
        File.WriteAllLines(file, ["""{"text":"one","scores":{"TOXICITY":0.7}}""", line]);

        var error = Assert.Throws<InvalidDataException>(() => ComparedRows.Read(file).ToArray());

        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_in_the_same_order_agree_and_hold_the_same_comments_at_the_moved_threshold()
    {
        var compared = AttributeComparison.Of("TOXICITY", "en", Enumerable.Range(0, 200).Select(index => (Old: index / 200.0, New: index / 400.0)), [0.8, 0.999]);

        Assert.Equal(1, compared.Spearman.Value, 9);
        Assert.Equal(1, compared.Kendall.Value, 9);
        Assert.Equal(40, compared.Thresholds[0].Held);
        Assert.Equal(0.4, compared.Thresholds[0].New.Value, 9);
        Assert.Equal(1, compared.Thresholds[0].Same.Value, 9);
        Assert.True(double.IsNaN(compared.Thresholds[1].New.Value));
    }
}
