using System.Net;
using Diwan.Server.Live;

namespace Diwan.Server.Tests.Live;

/// <summary>What is published while somebody reads arrives by itself.</summary>
public sealed class EventTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_reader_gets_the_count_then_each_comment_reply_and_removal_with_the_count_after_it()
    {
        var article = await site.PublishAsync();
        await using var stream = await EventStream.OpenAsync(site.Client, article.Slug);
        Assert.Equal("text/event-stream", stream.Headers.ContentType!.ToString());
        Assert.Equal(("count", 0), await CountAsync(stream));

        var comment = await site.ApprovedAsync(article, "It came in the night.\nNobody saw it.", "Şîlan");
        var (kind, data) = await stream.NextAsync();
        Assert.Equal(("comment", comment.Id, "It came in the night.\nNobody saw it.", "Şîlan"), (kind, data.GetProperty("id").GetString(), data.GetProperty("text").GetString(), data.GetProperty("author").GetString()));
        Assert.Equal(("count", 1), await CountAsync(stream));

        var reply = await site.ApprovedAsync(article, "I did.", parentId: comment.Id);
        Assert.Equal(comment.Id, (await stream.NextAsync()).Data.GetProperty("parentId").GetString());
        Assert.Equal(("count", 2), await CountAsync(stream));

        await site.DecideAsync(reply.Id, "abuse");
        (kind, data) = await stream.NextAsync();
        Assert.Equal(("removed", reply.Id), (kind, data.GetProperty("id").GetString()));
        Assert.Equal(("count", 1), await CountAsync(stream));
    }

    [Fact]
    public async Task A_comment_that_waits_is_no_event()
    {
        var article = await site.PublishAsync();
        await using var stream = await EventStream.OpenAsync(site.Client, article.Id);
        Assert.Equal(("count", 0), await CountAsync(stream));

        await site.SubmitAsync(article, "Nobody has decided on this one.");
        var published = await site.ApprovedAsync(article, "But on this one.");

        Assert.Equal(published.Id, (await stream.NextAsync()).Data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_reader_who_comes_back_gets_what_was_missed_and_nothing_twice()
    {
        var article = await site.PublishAsync();
        await using var other = await EventStream.OpenAsync(site.Client, article.Id);
        await using var stream = await EventStream.OpenAsync(site.Client, article.Id);
        Assert.Equal(("count", 0), await CountAsync(stream));
        await site.ApprovedAsync(article, "Before the tunnel.");
        Assert.Equal("comment", (await stream.NextAsync()).Kind);
        var lastId = stream.LastId;
        await stream.DisposeAsync();

        var missed = await site.ApprovedAsync(article, "In the tunnel.");
        await UntilAsync(other, count: 2);
        await using var again = await EventStream.OpenAsync(site.Client, article.Id, lastId);

        Assert.Equal(missed.Id, (await again.NextAsync()).Data.GetProperty("id").GetString());
        Assert.Equal(("count", 2), await CountAsync(again));
    }

    [Fact]
    public async Task An_id_of_another_server_says_nothing_so_the_count_alone_comes()
    {
        var article = await site.PublishAsync();
        await site.ApprovedAsync(article, "Published before.");
        await using var stream = await EventStream.OpenAsync(site.Client, article.Id, "0123456789ab-3");

        Assert.Equal(("count", 1), await CountAsync(stream));
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        var article = await site.PublishAsync();
        await using var stream = await EventStream.OpenAsync(site.Client, article.Id);

        while (await stream.LineAsync() is not ":") { }
    }

    [Fact]
    public async Task Who_leaves_is_forgotten()
    {
        var article = await site.PublishAsync();
        var stream = await EventStream.OpenAsync(site.Client, article.Id);
        await CountAsync(stream);
        Assert.True(site.Get<FollowerLimit>().Count > 0);
        await stream.DisposeAsync();

        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (site.Get<FollowerLimit>().Count > 0 || site.Get<LiveThreads>().Count > 0) await Task.Delay(10, end.Token);
    }

    [Fact]
    public void There_is_a_bound_for_all_and_one_for_each_address_but_none_for_a_proxy_beside_the_server()
    {
        var limit = new FollowerLimit(new() { MaxConnections = 5, MaxPerAddress = 2 });
        var reader = IPAddress.Parse("203.0.113.7");

        Assert.True(limit.TryEnter(reader));
        Assert.True(limit.TryEnter(reader));
        Assert.False(limit.TryEnter(reader));
        limit.Leave(reader);
        Assert.True(limit.TryEnter(reader));
        foreach (var proxy in (string[])["127.0.0.1", "172.18.0.1", "::ffff:10.0.0.3"]) Assert.True(limit.TryEnter(IPAddress.Parse(proxy)));
        Assert.False(limit.TryEnter(IPAddress.Parse("198.51.100.1")));
        Assert.Equal(5, limit.Count);
    }

    [Fact]
    public async Task An_article_that_is_not_there_has_no_events() =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri("/api/v1/articles/nothing/events", UriKind.Relative))).StatusCode);

    private static async Task<(string Kind, int Count)> CountAsync(EventStream stream)
    {
        var (kind, data) = await stream.NextAsync();
        return (kind, data.GetProperty("count").GetInt32());
    }

    private static async Task UntilAsync(EventStream stream, int count)
    {
        while (await stream.NextAsync() is var (kind, data) && (kind != "count" || data.GetProperty("count").GetInt32() != count)) { }
    }
}
