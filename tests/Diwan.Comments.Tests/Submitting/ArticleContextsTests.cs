using Diwan.Comments.Articles;
using Diwan.Comments.Submitting;
using Diwan.Comments.Tests.Articles;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Comments.Tests.Submitting;

/// <summary>An open thread is believed open for a second; an article that is not there, or a thread that is closed, is looked up each time.</summary>
public sealed class ArticleContextsTests
{
    private readonly ArticlesInMemory _store = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly ArticleContexts _contexts;

    public ArticleContextsTests() => _contexts = new(_store, _clock);

    [Fact]
    public async Task An_article_is_told_with_all_that_judging_needs_and_anew_after_a_second()
    {
        await _store.SaveAsync(Some("The bridge opens"));
        var known = await _contexts.FindAsync("bridge");
        Assert.Equal(("one", false, "en", "The bridge opens", "It is repaired.\n"), (known!.Id, known.IsClosed, known.Context.Language, known.Context.Headline, known.Context.Body));
        Assert.Same(known, await _contexts.FindAsync("bridge"));

        await _store.SaveAsync(Some("The bridge is open"));
        Assert.Same(known, await _contexts.FindAsync("bridge"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("The bridge is open", (await _contexts.FindAsync("bridge"))!.Context.Headline);
    }

    [Fact]
    public async Task An_article_that_comes_and_a_thread_that_opens_are_known_at_once()
    {
        Assert.Null(await _contexts.FindAsync("bridge"));
        await _store.SaveAsync(Some("The bridge opens") with { IsThreadClosed = true });
        Assert.True((await _contexts.FindAsync("bridge"))!.IsClosed);
        await _store.SetThreadClosedAsync("one", false);
        Assert.False((await _contexts.FindAsync("bridge"))!.IsClosed);
    }

    private static Article Some(string headline) => new()
    {
        Id = "one", Slug = "bridge", Language = "en", Headline = headline, ImportedAt = DateTimeOffset.UnixEpoch,
        Body = [new ArticleBlock.Paragraph([new("It is repaired.")])],
    };
}
