using System.Net;
using System.Text.Json;
using Diwan.Comments.Notifying;
using Diwan.Comments.Submitting;

namespace Diwan.Server.Tests.Mail;

/// <summary>The page that every mail leads to.</summary>
public sealed class AddressPageTests(MailSite site) : IClassFixture<MailSite>
{
    [Fact]
    public async Task Opening_the_page_changes_nothing_and_is_kept_by_nobody()
    {
        var (_, _, token) = await site.SubmitAsync("Mine.");
        var answer = await site.Client.GetAsync($"/m/{token}");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        foreach (var path in (string[])["", "?erase", "/archive"]) await site.Client.GetAsync($"/m/{token}{path}");
        foreach (var path in (string[])["/confirm", "/stop", "/allow", "/erase"])
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.Client.GetAsync($"/m/{token}{path}")).StatusCode);
        Assert.Equal(AddressState.Asked, (await KnownAsync(token))!.State);
    }

    [Fact]
    public async Task Nothing_is_shown_or_erased_before_the_address_is_confirmed()
    {
        var (accepted, _, token) = await site.SubmitAsync("Mine alone.");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/m/{token}/archive")).StatusCode);
        await site.Client.PostAsync($"/m/{token}/erase", null);
        Assert.Equal(CommentStatus.Pending, (await site.Store.Comments.FindAsync(accepted.Comment.Id))!.Status);
    }

    [Fact]
    public async Task A_confirmed_address_opens_everything_that_is_stored_and_nothing_of_others()
    {
        var (accepted, email, token) = await site.SubmitAsync("You scoundrel!");
        var (second, _, _) = await site.SubmitAsync("A second one.", email: email.ToUpperInvariant());
        await site.SubmitAsync("Somebody else's.");
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.PostAsync($"/m/{token}/confirm", null)).StatusCode);
        await site.DecideAsync(accepted.Comment.Id, "personal-attacks");

        var answer = await site.Client.GetAsync($"/m/{token}/archive");
        Assert.Equal("attachment; filename=\"diwan-person.json\"", answer.Content.Headers.GetValues("Content-Disposition").Single());
        using var archive = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("diwan-person/1", archive.RootElement.GetProperty("format").GetString());
        Assert.Equal(email, archive.RootElement.GetProperty("address").GetString());
        var comments = archive.RootElement.GetProperty("comments").EnumerateArray().ToDictionary(comment => comment.GetProperty("id").GetString()!);
        Assert.Equal(new SortedSet<string> { accepted.Comment.Id, second.Comment.Id }, [.. comments.Keys.Order()]);
        var first = comments[accepted.Comment.Id];
        Assert.Equal(("You scoundrel!", "rejected", accepted.Receipt), (first.GetProperty("text").GetString(), first.GetProperty("status").GetString(), first.GetProperty("receipt").GetString()));
        Assert.Equal(["held", "rejected"], first.GetProperty("decisions").EnumerateArray().Select(decision => decision.GetProperty("outcome").GetString()));
        Assert.True(first.TryGetProperty("readerKey", out _));
        Assert.NotEmpty(first.GetProperty("measured").EnumerateArray());

        var page = await site.ReadAsync($"/m/{token}");
        Assert.Contains("Comments sent with it: 2", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_of_a_person_is_erased_but_what_the_law_keeps()
    {
        var (first, email, token) = await site.SubmitAsync("One.");
        var (held, _, _) = await site.SubmitAsync("Two.", email: email);
        await site.Client.PostAsync($"/m/{token}/confirm", null);
        await site.Store.Erasures.SetHoldAsync(held.Comment.Id, "0123456789abcdef0123456789abcdef", true, TimeProvider.System.GetUtcNow());

        var answer = await site.Client.PostAsync((await site.ReadAsync($"/m/{token}?erase")).QuerySelector("#erase form")!.GetAttribute("action")!, null);
        Assert.EndsWith("?notice=held#erase", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await site.ReadAsync($"/m/{token}?notice=held")).QuerySelector("[role=alert]"));
        Assert.Equal(CommentStatus.Erased, (await site.Store.Comments.FindAsync(first.Comment.Id))!.Status);
        Assert.Equal(CommentStatus.Pending, (await site.Store.Comments.FindAsync(held.Comment.Id))!.Status);

        await site.Store.Erasures.SetHoldAsync(held.Comment.Id, "0123456789abcdef0123456789abcdef", false, TimeProvider.System.GetUtcNow());
        answer = await site.Client.PostAsync($"/m/{token}/erase", null);
        Assert.EndsWith($"/m/{token}?notice=erased", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Everything was erased.", (await site.ReadAsync($"/m/{token}?notice=erased")).QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(CommentStatus.Erased, (await site.Store.Comments.FindAsync(held.Comment.Id))!.Status);
        Assert.Null(await KnownAsync(token));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/m/{token}")).StatusCode);
    }

    [Fact]
    public async Task A_mail_program_that_unsubscribes_destroys_the_address_and_the_comments_stay()
    {
        var (accepted, email, token) = await site.SubmitAsync("Stays.");
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        await site.Client.PostAsync($"/m/{token}/stop", form);
        Assert.Equal((AddressState.Refused, null), ((await KnownAsync(token))!.State, (await KnownAsync(token))!.Email));
        Assert.DoesNotContain(email, (await site.ReadAsync($"/m/{token}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Stays.", (await site.Store.Comments.FindAsync(accepted.Comment.Id))!.Text);
        await site.SubmitAsync("Again.", email: email);
        Assert.Empty(await site.MailsAsync(email, TimeSpan.FromHours(1)));

        var allowed = await site.Client.PostAsync($"/m/{token}/allow", null);
        Assert.Contains("allowed again", (await site.ReadAsync(allowed.Headers.Location!.ToString())).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await site.SubmitAsync("Once more.", email: email);
        Assert.Single(await site.MailsAsync(email));
    }

    [Theory]
    [InlineData("guess")]
    [InlineData("%F0%9F%98%80")]
    public async Task An_unknown_link_is_not_found(string token)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/m/{token}")).StatusCode);
        foreach (var act in (string[])["confirm", "stop", "allow", "erase"])
            Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.PostAsync($"/m/{token}/{act}", null)).StatusCode);
    }

    [Fact]
    public async Task The_form_asks_for_an_address_and_says_how_long_it_is_kept()
    {
        var article = await site.PublishAsync();
        Assert.NotNull((await site.ReadAsync($"/articles/{article.Slug}")).QuerySelector("input[name=email]"));
        Assert.Contains("12 months", (await site.ReadAsync("/privacy?lang=en")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Disallow: /m/", await site.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    private Task<KnownAddress?> KnownAsync(string token) => site.Store.Mail.FindAsync(AddressTokens.Hash(token));
}
