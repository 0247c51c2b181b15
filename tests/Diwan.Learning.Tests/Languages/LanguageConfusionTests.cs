using Diwan.Learning.Languages;

namespace Diwan.Learning.Tests.Languages;

public sealed class LanguageConfusionTests
{
    private static readonly LanguageConfusion Confusion = Counted(
        ("ckb-Arab", "ckb-Arab", 6), ("ckb-Arab", "ar-Arab", 2), ("ar-Arab", "ar-Arab", 1), ("ar-Arab", "fa-Arab", 1));

    [Fact]
    public void Recall_precision_and_F1_follow_from_the_counts()
    {
        var (texts, recall, precision, f1) = Confusion.QualityOf("ar-Arab");
        Assert.Equal((2, 0.5, 1.0 / 3), (texts, recall, precision));
        Assert.Equal(0.4, f1, 12);
    }

    [Fact]
    public void Every_language_counts_the_same_in_the_macro_mean() => Assert.Equal((0.75 + 0.5) / 2, Confusion.MacroRecall, 12);

    [Fact]
    public void Only_mistakes_between_Kurdish_and_its_neighbours_count_as_Kurdish_confusion() => Assert.Equal(0.2, Confusion.KurdishConfusion, 12);

    [Fact]
    public void A_language_that_is_never_recognised_has_an_F1_of_0() => Assert.Equal(0, Counted(("tr-Latn", "en-Latn", 3)).QualityOf("tr-Latn").F1);

    private static LanguageConfusion Counted(params (string Language, string Given, int Count)[] cells)
    {
        var confusion = new LanguageConfusion();
        foreach (var (language, given, count) in cells)
        {
            for (var i = 0; i < count; i++)
            {
                confusion.Add(language, given);
            }
        }

        return confusion;
    }
}
