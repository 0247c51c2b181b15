using CsCheck;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Text;

namespace Diwan.Onnx.Tests;

public class OwnModelTests
{
    // 1 / (1 + e^-3), 1 / (1 + e^3) and 1 / (1 + e^-2).
    private const double Three = 0.95257, MinusThree = 0.04743, Two = 0.8808;

    [Fact]
    public void Each_configured_output_becomes_the_score_of_its_attribute()
    {
        using var folder = new ModelFolder();
        using var model = folder.Load();

        Assert.Equal([(Attributes.Toxicity, MinusThree), (Attributes.Insult, MinusThree)], Score(model, "a kind word"));
        Assert.Equal([(Attributes.Toxicity, Three), (Attributes.Insult, MinusThree)], Score(model, "a NASTY word"));
        Assert.Equal([(Attributes.Toxicity, Three), (Attributes.Insult, Two)], Score(model, "dimwit"));
    }

    [Fact]
    public void What_stands_beyond_the_models_reach_is_judged_too()
    {
        using var folder = new ModelFolder();
        using var model = folder.Load();

        for (var before = 0; before < 40; before++)
        {
            Assert.Equal(Three, Score(model, string.Concat(Enumerable.Repeat("kind ", before)) + "nasty")[0].Score, 4);
        }
    }

    [Fact]
    public void Classes_that_exclude_one_another_are_weighed_together()
    {
        using var folder = new ModelFolder("activation: softmax");
        using var model = folder.Load();

        Assert.Equal(1 / (1 + Math.Exp(-6)), Score(model, "nasty")[0].Score, 4);
        Assert.Equal(0.5, Score(model, "kind")[0].Score, 4);
    }

    [Fact]
    public void Calibration_moves_the_log_odds()
    {
        using var folder = new ModelFolder(scores: "scores: [{attribute: TOXICITY, index: 0, slope: 0.5, shift: 0.5}]");
        using var model = folder.Load();

        Assert.Equal(Two, Score(model, "nasty")[0].Score, 4);
    }

    [Fact]
    public void Only_the_languages_it_speaks_are_given_to_it()
    {
        using var folder = new ModelFolder("languages: [en]");
        using var every = new ModelFolder();
        using var english = folder.Load();
        using var all = every.Load();

        Assert.True(english.Speaks(new("en", "Latn", 1)));
        Assert.False(english.Speaks(new("ar", "Arab", 1)));
        Assert.False(english.Speaks(IdentifiedLanguage.Undetermined));
        Assert.True(all.Speaks(IdentifiedLanguage.Undetermined));
    }

    [Fact]
    public void The_version_names_the_model_and_changes_with_its_file()
    {
        using var folder = new ModelFolder(name: "newsroom-3");
        using var other = new ModelFolder(name: "newsroom-3", graph: ModelFolder.Graph("input_ids"));
        using var one = folder.Load();
        using var two = other.Load();

        Assert.StartsWith("newsroom-3-", one.Version, StringComparison.Ordinal);
        Assert.NotEqual(one.Version, two.Version);
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        using var folder = new ModelFolder();
        using var model = folder.Load();

        Gen.String.Sample(text => Score(model, text).All(score => score.Score is >= 0 and <= 1), iter: 200);
        Assert.All(["", "\0", "\uFFFE", "\uD83D", "a \uDC00 nasty", new string('x', 5000)], text => Assert.Equal(2, Score(model, text).Count));
    }

    [Fact]
    public void A_site_without_settings_has_no_own_model()
    {
        var empty = Directory.CreateTempSubdirectory("diwan-own-model");
        Assert.Null(OwnModel.Load(empty.FullName));
        empty.Delete();
    }

    // To five places: the graph reckons in single precision.
    private static List<(string Attribute, double Score)> Score(OwnModel model, string text) =>
        [.. model.Score(NormalizedText.From(text)).Select(score => (score.Attribute, Math.Round(score.Score, 5)))];
}
