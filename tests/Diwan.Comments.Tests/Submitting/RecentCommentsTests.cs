using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Comments.Tests.Submitting;

/// <summary>What came lately is told whole and in order, however it was learned, and the store is asked once a second.</summary>
public sealed class RecentCommentsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FingerprintsInMemory _store = new();
    private readonly FakeTimeProvider _clock = new(Noon.AddHours(1));

    [Fact]
    public async Task Those_of_the_thread_and_of_the_author_come_newest_first()
    {
        Store(1, "here", "me");
        Store(2, "there", "me");
        Store(3, "here", "you");
        Store(4, "here", null);
        Store(5, "there", "you");
        Store(-24 * 60, "here", "me");

        RecentComment[] all = [new(4, false, true), new(3, false, true), new(2, true, false), new(1, true, true)];
        Assert.Equal(all, await Recent().FindAsync("here", "me"));
        Assert.Equal(all[..2], await Recent(limit: 2).FindAsync("here", "me"));
        Assert.All(await Recent().FindAsync("here", null), each => Assert.False(each.SameAuthor));
        Assert.Empty(await Recent(limit: 0).FindAsync("here", "me"));
    }

    [Fact]
    public async Task What_was_stored_here_is_known_at_once_and_what_another_process_stored_within_a_second()
    {
        var recent = Recent();
        Assert.Empty(await recent.FindAsync("here", "me"));
        recent.Add(Store(1, "here", "me"));
        recent.Add(Store(2, "there", "me"));
        Store(3, "here", "you");
        Assert.Equal([new(2, true, false), new RecentComment(1, true, true)], await recent.FindAsync("here", "me"));
        Assert.Equal(2, _store.Asked);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([3UL, 2UL, 1UL], (await recent.FindAsync("here", "me")).Select(each => each.Fingerprint));
        Assert.Equal(4, _store.Asked);
    }

    [Fact]
    public async Task What_is_stored_while_the_store_is_read_is_told_once()
    {
        var reading = new TaskCompletionSource();
        _store.Holding = reading.Task;
        var both = Store(1, "here", null);
        var recent = Recent();
        var finding = recent.FindAsync("here", null);
        recent.Add(both);
        recent.Add(Store(2, "here", null));
        Assert.False(finding.IsCompleted);
        reading.SetResult();
        Assert.Equal([2UL, 1UL], (await finding).Select(each => each.Fingerprint));
    }

    [Fact]
    public async Task Of_very_many_the_newest_are_kept()
    {
        var recent = Recent(limit: 3);
        await recent.FindAsync("here", null);
        for (var minute = 0; minute < 50; minute++) recent.Add(Store(minute, "here", null));
        // One that was stored late, out of its turn.
        recent.Add(new("late", "here", null, Noon.AddMinutes(48.5), 99));
        Assert.Equal([49UL, 99UL, 48UL], (await recent.FindAsync("here", null)).Select(each => each.Fingerprint));
    }

    [Fact]
    public async Task A_store_that_fails_is_asked_again_by_the_next()
    {
        var recent = Recent();
        Store(1, "here", "me");
        _store.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => recent.FindAsync("here", "me"));
        _store.Fails = false;
        Assert.Single(await recent.FindAsync("here", "me"));
    }

    [Fact]
    public async Task A_thousand_threads_in_a_second_are_told_right_though_not_all_are_kept()
    {
        var recent = Recent();
        for (var thread = 0; thread < 1_000; thread++)
        {
            Store(1, $"thread-{thread}", null);
            Assert.Single(await recent.FindAsync($"thread-{thread}", null));
        }

        Assert.Equal(1_000, _store.Asked);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await recent.FindAsync("thread-999", null);
        await recent.FindAsync("thread-999", null);
        Assert.Equal(1_001, _store.Asked);
    }

    private RecentComments Recent(int limit = 200) => new(_store, new SubmitOptions { RecentLimit = limit }, _clock);

    private FingerprintEntry Store(int minute, string article, string? author)
    {
        var entry = new FingerprintEntry($"{article} {minute}", article, author, Noon.AddMinutes(minute), (ulong)Math.Abs(minute));
        lock (_store.Entries) _store.Entries.Add(entry);
        return entry;
    }
}
