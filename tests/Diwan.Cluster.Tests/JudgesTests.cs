using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Machines;

namespace Diwan.Cluster.Tests;

/// <summary>What judges a cluster sees what is wrong: a judge that finds nothing would pass everything.</summary>
public sealed class JudgesTests
{
    private readonly Told _told = new();
    private readonly Dictionary<string, StoredComment> _stored = [];

    [Fact]
    public void What_is_as_it_was_said_is_not_complained_of()
    {
        Say("one", "approved");
        Say("two", null);

        Assert.Empty(Verdict.Compare(_stored, _told));
    }

    [Fact]
    public void A_lost_comment_is_found()
    {
        Say("one", null);
        _stored.Remove("one");

        Assert.Contains("lost", Assert.Single(Verdict.Compare(_stored, _told)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_comment_is_found()
    {
        Say("one", null);
        _stored["one"] = _stored["one"] with { Text = "another" };

        Assert.Contains("another text", Assert.Single(Verdict.Compare(_stored, _told)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_that_is_there_twice_is_found()
    {
        Say("one", null);
        _stored["again"] = _stored["one"];

        Assert.Contains("2 times", Assert.Single(Verdict.Compare(_stored, _told)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pending", 1)]
    [InlineData("approved", 3)]
    [InlineData("rejected", 2)]
    public void A_decision_that_is_lost_doubled_or_another_is_found(string state, int version)
    {
        Say("one", "approved");
        _stored["one"] = _stored["one"] with { State = state, Version = version };

        Assert.Contains("the decision", Assert.Single(Verdict.Compare(_stored, _told)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_nobody_made_is_found()
    {
        Say("one", null);
        _stored["one"] = _stored["one"] with { State = "approved", Version = 2 };

        Assert.Contains("nobody", Assert.Single(Verdict.Compare(_stored, _told)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_behind_is_found_with_its_age()
    {
        using var site = new SlowToShow(TimeSpan.FromSeconds(1.5));
        using var talk = new Talk(site.Address);
        using var ending = new CancellationTokenSource();
        var canary = new Canary("article", _told, new(_told));
        var running = Task.WhenAll(canary.PublishAsync(talk, talk, ending.Token), canary.WatchAsync(site.Address, ending.Token));

        await Until.TrueAsync(() => Task.FromResult(canary.Oldest > 1), "the canary has seen a page more than a second old", TimeSpan.FromSeconds(60));

        await ending.CancelAsync();
        await running;
        Assert.NotEmpty(canary.Which);
    }

    private void Say(string id, string? decision)
    {
        _told.Sent[$"text of {id}"] = true;
        _told.Comments[id] = $"text of {id}";
        _stored[id] = new(decision ?? "pending", decision is null ? 1 : 2, $"text of {id}");
        if (decision is not null) _told.Decided[id] = (decision, 2);
    }
}
