using Diwan.Learning.Sets;

namespace Diwan.Learning.Tests.Classifier;

public class NearDuplicatesTests
{
    private const string Known = "The minister said on Tuesday that the new bridge over the river will be opened before the end of the year, and that the road to the airport follows next spring.";

    [Fact]
    public void A_copy_with_other_capitals_and_signs_is_found()
    {
        var known = new NearDuplicates();
        known.Add(Known);
        Assert.True(known.Contains(Known.ToUpperInvariant().Replace(',', ';')));
    }

    [Fact]
    public void A_different_text_is_not_found()
    {
        var known = new NearDuplicates();
        known.Add(Known);
        Assert.False(known.Contains("Nobody in our street has had running water since the pump broke down last week, and the office does not answer."));
    }
}
