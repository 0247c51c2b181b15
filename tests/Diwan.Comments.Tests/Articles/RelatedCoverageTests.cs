using Diwan.Comments.Articles;

namespace Diwan.Comments.Tests.Articles;

public sealed class RelatedCoverageTests
{
    [Fact]
    public async Task A_read_more_line_leads_to_the_article_the_site_has()
    {
        var store = new ArticlesInMemory();
        await store.SaveAsync(Some("1", "storks-return", "Storks ‘return’ to the tower"));
        var reading = Some("2", "spring", "Spring") with
        {
            Body = [new ArticleBlock.ReadMore("Storks 'return' to the tower"), new ArticleBlock.ReadMore("Unknown"), new ArticleBlock.ReadMore("Spring")],
        };
        await store.SaveAsync(reading);

        var slugs = await new RelatedCoverage(store).RunAsync(reading);

        Assert.Equal(new KeyValuePair<string, string>("Storks 'return' to the tower", "storks-return"), Assert.Single(slugs));
    }

    [Fact]
    public async Task A_read_more_line_may_lead_to_another_language()
    {
        var store = new ArticlesInMemory();
        await store.SaveAsync(Some("1", "lekleke", "Leylekler döndü") with { Language = "tr" });

        var slugs = await new RelatedCoverage(store).RunAsync(Some("2", "spring", "Spring") with { Body = [new ArticleBlock.ReadMore("Leylekler döndü")] });

        Assert.Equal("lekleke", slugs["Leylekler döndü"]);
    }

    private static Article Some(string id, string slug, string headline) => new() { Id = id, Slug = slug, Language = "en", Headline = headline };
}
