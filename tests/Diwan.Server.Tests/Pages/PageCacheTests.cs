using Diwan.Comments.Stores;
using Diwan.Server.Pages.Rendering;

namespace Diwan.Server.Tests.Pages;

public sealed class PageCacheTests
{
    private readonly PageCache _cache = new(new PageCacheOptions { MaxBytes = 20_000, MaxVariants = 2 });

    [Fact]
    public async Task Many_who_ask_at_once_have_it_made_once()
    {
        var gate = new TaskCompletionSource();
        var made = 0;
        async Task<OpenEnded?> MakeAsync()
        {
            Interlocked.Increment(ref made);
            await gate.Task;
            return Page(1);
        }

        var asking = Enumerable.Range(0, 50).Select(_ => _cache.GetAsync("a", "page", MakeAsync)).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(asking);

        Assert.Equal(1, made);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task What_was_being_made_when_it_changed_is_given_to_nobody_who_asks_later()
    {
        var gate = new TaskCompletionSource();
        var old = _cache.GetAsync("a", "page", async () =>
        {
            await gate.Task;
            return Page(1);
        });
        await _cache.OnChangeAsync(new(ChangeKind.Thread, "a"), default);
        gate.SetResult();
        await old;

        var fresh = Page(2);
        Assert.Same(fresh, await _cache.GetAsync("a", "page", () => Task.FromResult<OpenEnded?>(fresh)));
    }

    [Fact]
    public async Task A_thread_s_change_leaves_the_other_threads_alone()
    {
        var (a, b) = (await KeepAsync("a"), await KeepAsync("b"));

        await _cache.OnChangeAsync(new(ChangeKind.Thread, "a"), default);

        Assert.NotSame(a, await KeepAsync("a"));
        Assert.Same(b, await KeepAsync("b"));
    }

    [Theory]
    [InlineData(ChangeKind.Article)]
    [InlineData(ChangeKind.Policy)]
    public async Task A_changed_article_or_policy_drops_every_page(ChangeKind kind)
    {
        var b = await KeepAsync("b");

        await _cache.OnChangeAsync(new(kind, "a"), default);

        Assert.NotSame(b, await KeepAsync("b"));
        Assert.NotEqual(0, _cache.Bytes);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => _cache.GetAsync("a", "page", () => throw new InvalidDataException()));

        Assert.NotNull(await KeepAsync("a"));
    }

    [Fact]
    public async Task Memory_stays_within_its_bound_and_what_is_asked_for_stays()
    {
        for (var i = 0; i < 100; i++)
        {
            await KeepAsync($"article {i}");
            await KeepAsync("favourite");
        }

        Assert.InRange(_cache.Bytes, 1, 20_000);
        Assert.Same(await KeepAsync("favourite"), await KeepAsync("favourite"));
    }

    [Fact]
    public async Task A_full_cache_makes_room_while_many_new_pages_come_in()
    {
        var page = Page(1);

        await Parallel.ForAsync(0, 100_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            Assert.Same(page, await _cache.GetAsync($"article {i}", "page", () => Task.FromResult<OpenEnded?>(page))));

        Assert.InRange(_cache.Bytes, 1, 20_000);
    }

    [Fact]
    public async Task More_variants_than_the_bound_are_made_but_not_kept()
    {
        foreach (var variant in (string[])["1", "2", "3"]) await _cache.GetAsync("a", variant, () => Task.FromResult<OpenEnded?>(Page(1)));

        var third = Page(3);
        Assert.Same(third, await _cache.GetAsync("a", "3", () => Task.FromResult<OpenEnded?>(third)));
        Assert.NotSame(third, await _cache.GetAsync("a", "1", () => Task.FromResult<OpenEnded?>(third)));
    }

    private Task<OpenEnded?> KeepAsync(string group) => _cache.GetAsync(group, "page", () => Task.FromResult<OpenEnded?>(Page(group.Length)));

    private static OpenEnded Page(int seed)
    {
        var content = new byte[1_000];
        new Random(seed).NextBytes(content);
        return new(content);
    }
}
