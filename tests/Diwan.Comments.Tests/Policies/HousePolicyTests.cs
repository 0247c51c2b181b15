using Diwan.Comments.Policies;
using Diwan.Moderation.Policy;

namespace Diwan.Comments.Tests.Policies;

public sealed class HousePolicyTests
{
    private static readonly string[] Languages = ["en", "ckb", "kmr", "ar", "tr", "fa"];

    private static readonly ModerationPolicy House = Assert.IsType<PolicyReading.Valid>(
        PolicyYaml.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data/policies/default.yaml")))).Policy;

    [Fact]
    public void The_house_policy_has_the_eleven_guidelines_in_the_publishers_order() =>
        Assert.Equal(HouseGuidelines.Codes, House.Guidelines.Select(guideline => guideline.Code));

    [Fact]
    public void Every_guideline_is_written_in_every_language_of_the_site()
    {
        foreach (var texts in House.Guidelines.SelectMany(guideline => new[] { guideline.Titles, guideline.Texts })
            .Append(House.Welcome).Append(House.UsualWait))
        {
            Assert.Equal(Languages.Order(), texts.Keys.Order());
            Assert.Equal(Languages.Length, texts.Values.Distinct().Count());
        }
    }

    [Fact]
    public void Every_guideline_is_served_by_a_rule() =>
        Assert.All(House.Guidelines, guideline => Assert.Contains(House.Rules, rule => rule.Guideline == guideline.Code));

    [Fact]
    public void Nothing_is_decided_by_software()
    {
        Assert.DoesNotContain(House.Rules, rule => rule.Decides);
        Assert.False(House.ApprovesUnobjected);
    }

    [Fact]
    public void Readers_are_told_that_criticism_of_the_publication_is_welcome() =>
        Assert.Contains("criticism, of this publication too", House.Welcome["en"], StringComparison.Ordinal);
}
