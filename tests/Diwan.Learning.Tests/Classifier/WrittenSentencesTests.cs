using Diwan.Learning.Sets;
using Diwan.Learning.Training;

namespace Diwan.Learning.Tests.Classifier;

public class WrittenSentencesTests
{
    private static readonly List<LabelledRow> Sentences = [.. new WrittenSentences().All()];

    [Fact]
    public void They_are_always_the_same()
        => Assert.Equal(Sentences.Select(row => row.Text), new WrittenSentences().All().Select(row => row.Text));

    [Fact]
    public void No_slot_stays_open() => Assert.DoesNotContain(Sentences, row => row.Text.AsSpan().ContainsAny('{', '}'));

    [Fact]
    public void Both_sides_are_written_in_every_language()
    {
        foreach (var language in Sentences.GroupBy(row => row.Language))
        {
            Assert.Contains(language, row => row.Labels["hate"] == 1);
            Assert.Contains(language, row => row.Labels["hate"] == 0 && row.Labels.GetValueOrDefault("toxic", 1) == 0);
        }
    }

    [Fact]
    public void A_sentence_speaks_to_every_set_of_its_language_and_belongs_to_none()
    {
        LabelledRow[] rows =
        [
            Row("english-1", "en", ("hate", 1)), Row("english-2", "en", ("hate", 0), ("toxic", 0)), Row("arabic", "ar", ("hate", 1)),
            Row(WrittenSentences.Prefix + "en", "en", ("hate", 1)),
        ];
        var plan = new HeadPlan(rows);

        var targets = plan.For(rows[^1])!;

        Assert.Equal(Targets.NoDomain, targets.Domain);
        int[] expected = [plan.Attributes["IDENTITY_ATTACK"], plan.Own[("english-1", "hate")], plan.Own[("english-2", "hate")]];
        Assert.Equal(expected.Order(), targets.Heads.Order());
        Assert.DoesNotContain(plan.Domains.Keys, domain => domain.StartsWith(WrittenSentences.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_is_named_in_harmless_texts_alone()
    {
        var rows = Enumerable.Range(0, 200).Select(number => Row("set", "en", ("toxic", number % 2)) with { Id = $"{number}", Text = $"The people of house {number} came." }).ToArray();

        var named = new NamedGroups().From(rows).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, row =>
        {
            Assert.Equal(0, int.Parse(row.Id["named-".Length..], System.Globalization.CultureInfo.InvariantCulture) % 2);
            Assert.Matches("^The .+ people of house", row.Text);
            Assert.Equal(0, row.Labels["hate"]);
        });
    }

    private static LabelledRow Row(string set, string language, params (string Name, double Value)[] labels)
        => new("1", set, language, "clean", "text", labels.ToDictionary(label => label.Name, label => label.Value), null, null);
}
