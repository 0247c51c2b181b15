using System.Net;

namespace Diwan.Server.Tests.Pages;

public sealed class ReceiptPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_receipt_is_kept_by_nobody_listed_nowhere_and_passed_on_to_no_site()
    {
        var accepted = await site.SubmitAsync(await site.PublishAsync(), "Mine.");

        var answer = await site.Client.GetAsync($"/r/{accepted.Receipt}");

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Fact]
    public async Task A_rejected_author_sees_the_guideline_in_full_the_words_and_that_a_person_decided_in_the_article_s_language()
    {
        var article = await site.PublishAsync(one => one with { Language = "ckb" });
        var accepted = await site.SubmitAsync(article, "You <scoundrel>!");
        await site.DecideAsync(accepted.Comment.Id, "personal-attacks");

        var page = await site.ReadAsync($"/r/{accepted.Receipt}");

        Assert.Equal("rejected", page.QuerySelector("[data-status]")!.GetAttribute("data-status"));
        Assert.Equal("هێرشی کەسی", page.QuerySelector(".reason h3")!.TextContent);
        Assert.Equal("scoundrel", Assert.Single(page.QuerySelectorAll("mark")).TextContent);
        Assert.Equal("You <scoundrel>!", page.QuerySelector(".comment .text")!.TextContent);
        Assert.Equal(accepted.Comment.Hash, page.QuerySelector(".hash")!.TextContent);
        Assert.Null(page.QuerySelector("#withdraw"));
    }

    [Fact]
    public async Task Reading_and_asking_withdraws_nothing_and_the_form_does()
    {
        var accepted = await site.SubmitAsync(await site.PublishAsync(), "Never mind.");
        var path = $"/r/{accepted.Receipt}";
        var asks = await site.ReadAsync(path + "?withdraw");
        Assert.Equal("pending", (await site.ReadAsync(path)).QuerySelector("[data-status]")!.GetAttribute("data-status"));

        var answer = await site.Client.PostAsync(asks.QuerySelector("form")!.GetAttribute("action"), null);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("withdrawn", (await site.ReadAsync(answer.Headers.Location!.ToString())).QuerySelector("[data-status]")!.GetAttribute("data-status"));
    }

    [Theory]
    [InlineData("guess")]
    [InlineData("%F0%9F%98%80")]
    public async Task An_unknown_receipt_is_not_found(string receipt) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/r/{receipt}")).StatusCode);
}
