using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Text;

public sealed class SkeletonTests
{
    [Theory]
    [InlineData("Dilan Ahmed", "DILAN  AHMED")]
    [InlineData("Dilan Ahmed", "Dîlan-Ahmed.")]
    [InlineData("Dilan Ahmed", "DiIan Ahmed")]
    [InlineData("Dilan Ahmed", "D1lan Ahrned")]
    [InlineData("Dilan Ahmed", "Dіlаn Аhmеd")]
    [InlineData("Dilan Ahmed", "𝐃𝐢𝐥𝐚𝐧 𝐀𝐡𝐦𝐞𝐝")]
    [InlineData("Dilan Ahmed", "D\u200Bi\u202El\u00ADan A\u034Fhmed ✔")]
    [InlineData("Rojda Owen", "R0jda Ovven")]
    [InlineData("شیلان کەریم", "شيلان كه‌ريم")]
    [InlineData("شیلان کەریم", "شــیلان  کەریـم")]
    [InlineData("أحمد العلي", "احمد العلى")]
    public void Names_that_look_alike_have_one_skeleton(string one, string other) => Assert.Equal(Skeleton.Of(one), Skeleton.Of(other));

    [Theory]
    [InlineData("Dilan Ahmed", "Dilan Ahmad")]
    [InlineData("Dilan Ahmed", "Dilan")]
    [InlineData("Karim", "Karin")]
    [InlineData("شیلان", "شیرین")]
    public void Names_that_differ_have_different_ones(string one, string other) => Assert.NotEqual(Skeleton.Of(one), Skeleton.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData(" .-✔😀")]
    public void Where_there_is_no_letter_nothing_is_left(string name) => Assert.Equal("", Skeleton.Of(name));

    [Fact]
    public void Ill_formed_text_does_not_throw() => Assert.NotNull(Skeleton.Of("a\uD800\uFFFE\0b"));
}
