using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Tests.Classifier;

/// <summary>Sentences that no model is taught (<c>data/models/evaluation/sentences.tsv</c>): what an attribute is given for in a language, it must tell apart there.</summary>
public class UntaughtSentencesTests
{
    private static readonly string[][] Sentences = [.. File.ReadLines(Path.Combine(TrainedModel.Folder, "evaluation", "sentences.tsv"))
        .Where(line => line[0] != '#').Select(line => line.Split('\t'))];

    [Theory]
    [InlineData("tr", "hate", Attributes.IdentityAttack)]
    [InlineData("fa", "hate", Attributes.IdentityAttack)]
    [InlineData("ckb", "hate", Attributes.IdentityAttack)]
    [InlineData("kmr", "hate", Attributes.IdentityAttack)]
    [InlineData("tr", "threat", Attributes.Threat)]
    [InlineData("fa", "threat", Attributes.Threat)]
    [InlineData("ckb", "threat", Attributes.Threat)]
    [InlineData("kmr", "threat", Attributes.Threat)]
    public void Harm_scores_above_what_looks_like_it(string language, string kind, string attribute)
    {
        var harmful = Scores(language, kind, attribute);
        var harmless = Scores(language, "clean", attribute);
        Assert.True(harmful.Length >= 8 && harmless.Length >= 16);

        var ordered = harmful.Sum(score => harmless.Count(other => score > other)) / (double)(harmful.Length * harmless.Length);

        Assert.True(ordered >= 0.85, $"{language} {attribute}: {ordered:F3} of the pairs stand in the right order.");
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("fa")]
    [InlineData("ckb")]
    [InlineData("kmr")]
    public void Few_harmless_sentences_about_groups_and_violence_are_taken_for_attacks(string language)
        => Assert.InRange(Scores(language, "clean", Attributes.IdentityAttack).Count(score => score >= 0.6), 0, 2);

    private static double[] Scores(string language, string kind, string attribute)
        => [.. Sentences.Where(row => row[0] == language && row[1] == kind).Select(row => TrainedModel.Score(row[2], attribute, language))];
}
