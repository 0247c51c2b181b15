using CsCheck;
using Diwan.Learning.Evaluation.Disguises;

namespace Diwan.Learning.Tests.Evaluation;

public class DisguiserTests
{
    private const string Plain = "these silly people never listen to anybody else about anything";

    [Theory]
    [InlineData(Disguise.Leet)]
    [InlineData(Disguise.Spacing)]
    [InlineData(Disguise.LookAlikes)]
    [InlineData(Disguise.ZeroWidth)]
    [InlineData(Disguise.Repeats)]
    public void Some_words_are_changed_and_some_are_left(Disguise disguise)
    {
        var disguised = Disguiser.Apply(disguise, Plain, 1);

        Assert.NotEqual(Plain, disguised);
        Assert.Contains(Plain.Split(' '), word => disguised.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_gives_the_same_disguise_and_another_seed_another()
    {
        Assert.Equal(Disguiser.Apply(Disguise.Leet, Plain, 1), Disguiser.Apply(Disguise.Leet, Plain, 1));
        Assert.NotEqual(Disguiser.Apply(Disguise.Leet, Plain, 1), Disguiser.Apply(Disguise.Leet, Plain, 2));
    }

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.Select(Gen.Enum<Disguise>(), Gen.String, Gen.ULong).Sample((disguise, text, seed) => Assert.NotNull(Disguiser.Apply(disguise, text, seed)));
}
