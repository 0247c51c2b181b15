using Diwan.Moderation.Signals.Promotion;

namespace Diwan.Moderation.Tests.Promotion;

public sealed class PromotionTableTests
{
    private const string Header = "kind\tlanguage\tweight\ttext\n";

    [Theory]
    [InlineData("commercial\ten\t0.5\tbuy now\n", 1)]
    [InlineData(Header + "commercial\ten\t0.5\n", 2)]
    [InlineData(Header + "commercial\ten\tmuch\tbuy now\n", 2)]
    [InlineData(Header + "commercial\ten\t1\tbuy now\n", 2)]
    [InlineData("# remark\n" + Header + "poem\ten\t0.5\tbuy now\n", 3)]
    public void A_line_that_is_none_of_the_table_is_named(string tsv, int line)
    {
        var problem = Assert.Throws<FormatException>(() => PromotionTable.Parse(tsv));
        Assert.Contains($"Line {line}:", problem.Message, StringComparison.Ordinal);
    }
}
