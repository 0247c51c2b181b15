using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Diwan.Comments.Submitting;

namespace Diwan.Server.Tests.Readers;

/// <summary>A site where guests may read and not comment.</summary>
public sealed class RequiredSignInTests(RequiredSignInTests.MembersOnly site) : IClassFixture<RequiredSignInTests.MembersOnly>
{
    public sealed class MembersOnly : SigningSite
    {
        protected override bool IsRequired => true;
    }

    [Fact]
    public async Task A_guest_is_told_to_sign_in_and_a_signed_reader_comments()
    {
        var article = await site.PublishAsync();
        var guest = await SendAsync(article.Id, token: null);
        Assert.Equal(HttpStatusCode.Unauthorized, guest.StatusCode);
        Assert.Contains("sign_in_required", await guest.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(article.Id, site.Token())).StatusCode);
    }

    [Fact]
    public async Task The_page_says_so_in_place_of_its_form_and_shows_where()
    {
        var article = await site.PublishAsync();
        var accepted = Assert.IsType<SubmitResult.Accepted>(await site.Get<SubmitComment>().RunAsync(new(article.Id, null, "Back at last.", Reader: new("reader-7", "Rojda", Badge.None))));
        await site.DecideAsync(accepted.Comment.Id);

        var page = await site.ReadUntilAsync($"/articles/{article.Slug}", read => read.QuerySelector(".comment") is not null);
        Assert.Null(page.QuerySelector("form.write"));
        Assert.Null(page.QuerySelector("a.reply"));
        Assert.Equal("https://news.example/sign-in", page.QuerySelector("#form a")!.GetAttribute("href"));

        var fragment = Site.Parse(await site.Client.GetStringAsync($"/embed/{article.Slug}"));
        Assert.True(fragment.QuerySelector("form.write")!.HasAttribute("hidden"));
        Assert.NotNull(fragment.QuerySelector(".sign-in a"));

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["author"] = "Azad", ["text"] = "From an old page." });
        using var answer = await site.Client.PostAsync($"/articles/{article.Slug}/comments", form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string article, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/articles/{article}/comments") { Content = JsonContent.Create(new { author = "Azad", text = "It is back." }) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return site.Client.SendAsync(request);
    }
}
