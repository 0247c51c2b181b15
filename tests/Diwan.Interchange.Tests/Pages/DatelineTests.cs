using Diwan.Interchange.Pages;

namespace Diwan.Interchange.Tests.Pages;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("ERBIL, Kurdistan Region — The head said", "ERBIL, Kurdistan Region")]
    [InlineData("ERBIL (Kurdistan 24) – The threat", "ERBIL (Kurdistan 24)")]
    [InlineData("Duhok - The mayor", "Duhok")]
    [InlineData("SINJAR, Iraq, Feb. 8 (Reuters) - The road", "SINJAR, Iraq, Feb. 8 (Reuters)")]
    [InlineData("İSTANBUL (AA) - Yağmur", "İSTANBUL (AA)")]
    [InlineData("أربيل (كوردستان 24) - قال", "أربيل (كوردستان 24)")]
    [InlineData("هەولێر – هێشتا", "هەولێر")]
    public void The_place_is_split_off(string paragraph, string dateline) => Assert.Equal(dateline, Read(paragraph));

    [Theory]
    [InlineData("Storks – long gone from the tower – are back")]
    [InlineData("The storks — nobody expected them — are back")]
    [InlineData("Comments are not edited – they are either approved or rejected")]
    [InlineData("A well-known singer came home")]
    [InlineData("It rained.")]
    public void A_sentence_with_a_dash_stays_whole(string paragraph) => Assert.Null(Read(paragraph));

    private static string? Read(string paragraph) =>
        new TextPageReader(PageFurniture.Default, _ => "en").Read($"A headline\n\n{paragraph}\n\nOne more sentence of running text here.", new() { Source = "p" }).Drafts[0].Dateline;
}
