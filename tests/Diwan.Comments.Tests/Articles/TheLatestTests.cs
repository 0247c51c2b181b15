using Diwan.Comments.Articles;

namespace Diwan.Comments.Tests.Articles;

public sealed class TheLatestTests
{
    private readonly ArticlesInMemory _store = new();

    [Fact]
    public async Task Dated_articles_come_first_and_the_one_being_read_is_left_out()
    {
        await _store.SaveAsync(Some("undated", null));
        await _store.SaveAsync(Some("old", 2021));
        await _store.SaveAsync(Some("new", 2024));
        await _store.SaveAsync(Some("reading", 2025));

        var latest = await new TheLatest(_store, new CountsInMemory(("old", 7))).RunAsync(10, except: "reading");

        Assert.Equal([("new", 0), ("old", 7), ("undated", 0)], latest.Select(entry => (entry.Article.Id, entry.CommentCount)));
    }

    [Fact]
    public async Task An_entry_shows_a_picture_before_a_caption_that_lost_its_picture()
    {
        var lost = new ArticleBlock.Picture { Caption = "Lost" };
        var kept = new ArticleBlock.Picture { Caption = "Kept", Source = "a.png" };
        await _store.SaveAsync(Some("one", 2024) with { Body = [lost, kept, new ArticleBlock.Paragraph([new("It rained.")])] });

        var entry = Assert.Single(await new TheLatest(_store, new CountsInMemory()).RunAsync(1));

        Assert.Equal((kept, "It rained."), (entry.Picture, entry.FirstLines));
    }

    private static Article Some(string id, int? year) => new()
    {
        Id = id, Slug = id, Language = "en", Headline = id,
        PublishedAt = year is null ? null : new DateTimeOffset(year.Value, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
