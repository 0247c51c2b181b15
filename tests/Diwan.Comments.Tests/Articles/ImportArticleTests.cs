using Diwan.Comments.Articles;

namespace Diwan.Comments.Tests.Articles;

public sealed class ImportArticleTests : IDisposable
{
    private readonly ArticlesInMemory _store = new();
    private readonly ImportArticle _import;

    public ImportArticleTests() => _import = new(_store, TimeProvider.System);

    public void Dispose() => _import.Dispose();

    [Fact]
    public async Task A_draft_taken_in_twice_is_one_article_and_one_write()
    {
        var first = await _import.RunAsync(Draft("One", "It rained."));
        var second = await _import.RunAsync(Draft("One", "It rained."));

        Assert.Equal((ImportOutcome.Added, ImportOutcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.Equal(first.Article.Id, second.Article.Id);
        Assert.Equal(1, _store.Writes);
        Assert.Matches("^[0-9a-f]{32}$", first.Article.Id);
    }

    [Fact]
    public async Task A_changed_page_keeps_id_slug_and_closed_thread()
    {
        var first = await _import.RunAsync(Draft("One", "It rained.") with { Url = "https://example.org/one#top" });
        await _store.SetThreadClosedAsync(first.Article.Id, true);
        var second = await _import.RunAsync(Draft("One, corrected", "It snowed.") with { Url = "https://EXAMPLE.org/one" });

        Assert.Equal(ImportOutcome.Updated, second.Outcome);
        Assert.Equal((first.Article.Id, "one", true), (second.Article.Id, second.Article.Slug, second.Article.IsThreadClosed));
        Assert.Equal("One, corrected", Assert.Single(_store.All).Headline);
    }

    [Fact]
    public async Task The_full_article_replaces_the_partial_one_and_never_the_other_way()
    {
        var teaser = Draft("One", "It rained") with { IsPartial = true };
        await _import.RunAsync(teaser);
        var full = await _import.RunAsync(Draft("One", "It rained. Then it stopped."));
        var again = await _import.RunAsync(teaser);

        Assert.Equal((ImportOutcome.Updated, ImportOutcome.Kept), (full.Outcome, again.Outcome));
        Assert.False(Assert.Single(_store.All).IsPartial);
    }

    [Fact]
    public async Task A_teaser_whose_language_was_told_wrong_joins_its_full_article()
    {
        await _import.RunAsync(Draft("One", "It rained") with { IsPartial = true, Language = "und" });
        var full = await _import.RunAsync(Draft("One", "It rained. Then it stopped."));

        Assert.Equal((ImportOutcome.Updated, "en"), (full.Outcome, full.Article.Language));
    }

    [Fact]
    public async Task A_copy_never_replaces_the_publishers_own()
    {
        await _import.RunAsync(Draft("One", "Ours.") with { IsOwn = true });
        var copy = await _import.RunAsync(Draft("One", "Theirs.") with { Source = "copy.txt" });

        Assert.Equal(ImportOutcome.Kept, copy.Outcome);
        Assert.True(copy.Article.IsOwn);
        Assert.Null(copy.Article.Source);
    }

    [Fact]
    public async Task Two_addresses_under_one_headline_are_two_articles_with_numbered_slugs()
    {
        await _import.RunAsync(Draft("Weather", "Rain.") with { Url = "https://example.org/monday" });
        var second = await _import.RunAsync(Draft("Weather", "Sun.") with { Url = "https://example.org/tuesday" });
        var third = await _import.RunAsync(Draft("Weather!", "Hail.") with { Url = "https://example.org/wednesday" });

        Assert.Equal(("weather-2", "weather-3"), (second.Article.Slug, third.Article.Slug));
    }

    [Fact]
    public async Task The_same_headline_in_another_language_is_another_article()
    {
        await _import.RunAsync(Draft("Newroz", "Agir."));
        var other = await _import.RunAsync(Draft("Newroz", "Ateş.") with { Language = "tr" });

        Assert.Equal(ImportOutcome.Added, other.Outcome);
    }

    [Fact]
    public async Task What_a_second_source_does_not_say_is_not_lost()
    {
        var day = new DateTimeOffset(2024, 11, 23, 0, 0, 0, TimeSpan.Zero);
        await _import.RunAsync(Draft("One", "Short") with { IsPartial = true, PublishedAt = day, Url = "https://example.org/one" });
        var full = await _import.RunAsync(Draft("One", "Long."));

        Assert.Equal((day, "https://example.org/one"), (full.Article.PublishedAt!.Value, full.Article.Url));
    }

    [Fact]
    public async Task An_undated_draft_stays_undated() =>
        Assert.Null((await _import.RunAsync(Draft("One", "It rained."))).Article.PublishedAt);

    [Fact]
    public async Task Drafts_of_one_headline_taken_in_at_once_are_one_article()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _import.RunAsync(Draft("One", "It rained.")))));

        Assert.Single(_store.All);
    }

    private static ArticleDraft Draft(string headline, string text) => new()
    {
        Headline = headline,
        Language = "en",
        Body = [new ArticleBlock.Paragraph([new(text)])],
    };
}
