using Diwan.Learning.Evaluation.Identity;

namespace Diwan.Learning.Tests.Evaluation;

public class IdentityTests
{
    [Theory]
    [InlineData("My neighbour is African American.", "en", "african american")]
    [InlineData("An older friend", "en", "older")]
    [InlineData("the KURDISH press", "en", "kurdish")]
    [InlineData("أنا مسلم", "ar", "مسلم")]
    [InlineData("the oldest bridge", "en", null)]
    [InlineData("an african american friend", "tr", null)]
    public void The_longest_whole_term_is_found_whatever_its_case(string text, string language, string? term)
        => Assert.Equal(term, IdentityTerms.In(text, language));
}
