using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Moderation.Tests.Classifier;

public class WritingHabitsTests
{
    [Theory]
    [InlineData("You \u200Bare", "You are")]
    [InlineData("\uFEFFYo\u200Bu a\u200D\u200Cre WR\u2060ONG, 20\u00AD21!", "You are WRONG, 2021!")]
    [InlineData("\u202Eأنت\u202C \u200Fمخطئ", "أنت مخطئ")]
    [InlineData("\u200B\u200B", "")]
    public void What_is_invisible_is_no_habit(string hidden, string plain) => Assert.Equal(Habits(plain), Habits(hidden));

    [Fact]
    public void Capitals_and_signs_are_habits()
    {
        Assert.NotEqual(Habits("you are wrong"), Habits("YOU ARE WRONG"));
        Assert.NotEqual(Habits("you are wrong"), Habits("you are wrong!!"));
    }

    private static int[] Habits(string text)
    {
        var features = new TextFeatures();
        features.Read(text.ToLowerInvariant());
        features.ReadHabits(text);
        return features.Grams[features.FirstHabit..features.GramCount];
    }
}
