using Diwan.Comments.Articles;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of articles keeps, whatever its database.</summary>
public abstract class ArticleContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task An_article_comes_back_with_every_kind_of_block()
    {
        var article = Some.Article(language: "ckb", published: Some.Noon) with
        {
            Headline = "سەردێڕ",
            Byline = "Azad",
            Dateline = "ERBIL, Kurdistan Region",
            Editor = "Rojin",
            HasTimeOfDay = true,
            IsPartial = true,
            IsOwn = true,
            Url = "https://example.org/a",
            Source = "a.txt",
            Section = "Culture",
            IsThreadClosed = true,
            Body =
            [
                new ArticleBlock.Paragraph([new("plain "), new("strong", Emphasis.Strong, "https://example.org/")]),
                new ArticleBlock.Heading(2, "Heading"),
                new ArticleBlock.Quotation([new("said", Emphasis.Emphasised)]),
                new ArticleBlock.ItemList(true, [[new("one")], [new("two")]]),
                new ArticleBlock.Picture { Caption = "Caption", Credit = "Somebody", Source = "x.jpg", Alt = "Alt", Width = 3, Height = 2 },
                new ArticleBlock.ReadMore("Another headline"),
            ],
        };
        await Store.Articles.SaveAsync(article);

        foreach (var found in (Article?[])[await Store.Articles.FindAsync(article.Id), await Store.Articles.FindAsync(article.Slug), await Store.Articles.FindByUrlAsync(article.Url)])
            Assert.Equivalent(article, found, strict: true);
        Assert.Null(await Store.Articles.FindAsync("none"));
        Assert.Null(await Store.Articles.FindByUrlAsync("https://example.org/b"));
    }

    [Fact]
    public async Task Saving_again_replaces_the_article_and_leaves_its_comments()
    {
        var article = await AddArticleAsync();
        var comment = await AddApprovedAsync(article.Id);
        await Store.Articles.SaveAsync(article with { Headline = "Changed" });

        Assert.Equal("Changed", (await Store.Articles.FindAsync(article.Id))!.Headline);
        Assert.Equal(1, await Store.Articles.CountAsync());
        Assert.NotNull(await Store.Comments.FindAsync(comment.Id));
        Assert.Single(await Store.Comments.CountsAsync([article.Id]));
    }

    [Fact]
    public async Task A_headline_is_found_without_regard_to_case_quotes_and_white_space_in_its_language_alone()
    {
        var article = Some.Article() with { Headline = "“New  Law” on Water’s Use" };
        await Store.Articles.SaveAsync(article);
        Assert.Equal(article.Id, (await Store.Articles.FindByHeadlineAsync("en", "new law on waters USE"))?.Id);
        Assert.Null(await Store.Articles.FindByHeadlineAsync("ar", article.Headline));
        Assert.Null(await Store.Articles.FindByHeadlineAsync("en", "New Law on Water"));
    }

    [Fact]
    public async Task The_latest_are_dated_ones_by_date_then_undated_ones_by_import()
    {
        var old = Some.Article(published: Some.Noon.AddYears(-9));
        var young = Some.Article(published: Some.Noon.AddYears(-1)) with { IsOwn = true };
        var undated = Some.Article() with { IsOwn = true };
        var undatedLater = Some.Article() with { ImportedAt = Some.Noon.AddDays(1) };
        foreach (var article in (Article[])[undated, old, undatedLater, young]) await Store.Articles.SaveAsync(article);

        Assert.Equal([young.Id, old.Id, undatedLater.Id, undated.Id], (await Store.Articles.LatestAsync(10)).Select(article => article.Id));
        Assert.Equal([young.Id, old.Id, undatedLater.Id], (await Store.Articles.LatestAsync(3)).Select(article => article.Id));
        Assert.Equal([young.Id, undated.Id], (await Store.Articles.OwnAsync(10)).Select(article => article.Id));
    }

    [Fact]
    public async Task A_thread_can_be_closed_and_opened_and_a_slug_is_known_as_taken()
    {
        var article = await AddArticleAsync();
        Assert.True(await Store.Articles.SetThreadClosedAsync(article.Id, true));
        Assert.True((await Store.Articles.FindAsync(article.Id))!.IsThreadClosed);
        Assert.True(await Store.Articles.SetThreadClosedAsync(article.Id, false));
        Assert.False((await Store.Articles.FindAsync(article.Id))!.IsThreadClosed);
        Assert.False(await Store.Articles.SetThreadClosedAsync("none", true));
        Assert.True(await Store.Articles.IsSlugTakenAsync(article.Slug));
        Assert.False(await Store.Articles.IsSlugTakenAsync("free"));
    }
}
