using System.Net;
using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Articles;
using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Text;

namespace Diwan.Server.Tests.Pages;

/// <summary>The lasting address of a comment, wherever its page is now.</summary>
public sealed class PermalinkTests(Site site) : IClassFixture<Site>
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task In_a_thread_of_four_thousand_it_leads_to_the_page_where_the_comment_stands()
    {
        var article = await site.PublishAsync();
        const int count = 4_150;
        foreach (var some in Enumerable.Range(0, count).Chunk(500)) await Task.WhenAll(some.Select(number => AddAsync(article, number)));

        foreach (var number in (int[])[0, 1, 49, 2_000, count - 21, count - 20, count - 1])
        {
            using var answer = await site.Client.GetAsync($"/comments/{Id(number)}");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var address = answer.Headers.Location!.OriginalString;
            Assert.EndsWith($"#comment-{Id(number)}", address, StringComparison.Ordinal);
            var shown = (await site.ReadAsync(address.Split('#')[0])).QuerySelectorAll(".comments > li");
            Assert.Contains(shown, item => item.Id == $"comment-{Id(number)}");
            Assert.InRange(shown.Length, 1, 20);
        }
    }

    [Fact]
    public async Task Below_a_comment_with_more_replies_than_a_page_shows_every_reply_can_be_read()
    {
        var article = await site.PublishAsync();
        const int first = 10_000, replies = 620;
        await AddAsync(article, first);
        foreach (var some in Enumerable.Range(first + 1, replies).Chunk(500)) await Task.WhenAll(some.Select(number => AddAsync(article, number, root: first)));

        var page = await site.ReadAsync($"/articles/{article.Slug}");
        var more = page.QuerySelector(".branch a")!.GetAttribute("href")!;
        Assert.Null(page.GetElementById($"comment-{Id(first + replies)}"));
        var branch = await site.ReadAsync(more.Split('#')[0]);
        Assert.Equal(replies + 1, branch.QuerySelectorAll(".comment").Length);
        Assert.Null(branch.QuerySelector(".branch"));

        using var answer = await site.Client.GetAsync($"/comments/{Id(first + replies)}");
        Assert.Equal($"/articles/{article.Slug}?branch={Id(first)}#comment-{Id(first + replies)}", answer.Headers.Location!.OriginalString);
        using var near = await site.Client.GetAsync($"/comments/{Id(first + 1)}");
        Assert.Equal($"/articles/{article.Slug}#comment-{Id(first + 1)}", near.Headers.Location!.OriginalString);
        var fragment = Site.Parse(await site.Client.GetStringAsync($"/embed/{article.Slug}?comment={Id(first + replies)}"));
        Assert.NotNull(fragment.QuerySelector($"[id='comment-{Id(first + replies)}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/articles/{article.Slug}?branch=nothing")).StatusCode);
    }

    private async Task AddAsync(Article article, int number, int? root = null)
    {
        var text = $"Comment {number}";
        var comment = new Comment
        {
            Id = Id(number), ArticleId = article.Id, RootId = Id(root ?? number), ParentId = root is { } above ? Id(above) : null, Depth = root is null ? 0 : 1, Author = "Azad", Text = text, At = Start.AddSeconds(number), Language = "en",
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Status = CommentStatus.Approved, Version = 1,
        };
        var first = new Decision
        {
            Id = Guid.NewGuid().ToString("N"), CommentId = comment.Id, Version = 1, Outcome = DecisionOutcome.Approved, Reasons = [], DecidedBy = DecidedBy.Rule,
            PolicyVersion = "p", ModelVersion = "none", At = comment.At,
        };
        await site.Store.Comments.AddAsync(new(
            comment, first, new(new IdentifiedLanguage("en", "Latn", 1), [], new(Outcome.Approve, [], Decides: true), "p", "none", 1), $"receipt {article.Id} {number}", null, null, null, null, Leaf.NewKey()));
    }

    private static string Id(int number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
