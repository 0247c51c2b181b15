using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Microsoft.IdentityModel.Tokens;

namespace Diwan.Server.Tests.Readers;

/// <summary>Readers whom the publisher signed in, and guests who would be taken for its people.</summary>
public sealed class SignedReaderTests(SigningSite site) : IClassFixture<SigningSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_is_signed_in_writes_under_the_name_that_was_signed(bool elliptic)
    {
        var (status, body) = await SendAsync(await site.PublishAsync(), "Somebody else", site.Token(by: elliptic ? site.Elliptic : site.Rsa));

        Assert.Equal(HttpStatusCode.Accepted, status);
        var comment = (await site.Store.Comments.FindAsync((string)body["id"]!))!;
        Assert.Equal(("Rojda", Badge.None), (comment.Author, comment.Badge));
    }

    [Fact]
    public async Task The_newsrooms_own_carry_a_badge_in_pages_threads_and_the_api_and_readers_none()
    {
        var article = await site.PublishAsync();
        var (_, body) = await SendAsync(article, null, site.Token("Dilan Ahmed", role: "staff"));
        var id = (string)body["id"]!;
        await site.DecideAsync(id);
        await site.ApprovedAsync(article, "A reader's own.", "Azad");

        var page = await site.ReadUntilAsync($"/articles/{article.Slug}", read => read.QuerySelectorAll(".comment").Length == 2);
        Assert.Equal("Newsroom", page.QuerySelector($"#comment-{id} .head .badge")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".badge"));
        var fragment = Site.Parse(await site.Client.GetStringAsync($"/embed/{article.Slug}?lang=ckb"));
        Assert.Equal("دەستەی نووسەران", fragment.QuerySelector($"[id=comment-{id}] .badge")!.TextContent);
        var thread = JsonNode.Parse(await site.Client.GetStringAsync($"/api/v1/articles/{article.Slug}/comments"))!["comments"]!.AsArray();
        Assert.Equal([null, "newsroom"], thread.OrderBy(comment => (string?)comment!["badge"]).Select(comment => (string?)comment!["badge"]));
        Assert.DoesNotContain("badge", thread.Single(comment => (string)comment!["author"]! == "Azad")!.AsObject().Select(field => field.Key));
        var latest = Site.Parse(await site.Client.GetStringAsync("/embed/latest?limit=2"));
        Assert.Single(latest.QuerySelectorAll(".badge"));
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("over")]
    [InlineData("without an end")]
    [InlineData("without a name")]
    [InlineData("without a subject")]
    [InlineData("signed with the public key as a secret")]
    [InlineData("unsigned")]
    [InlineData("altered")]
    [InlineData("no token")]
    [InlineData("too long")]
    public async Task A_token_that_is_not_to_be_believed_is_a_401_and_nothing_is_stored(string kind)
    {
        var (header, payload) = (Base64UrlEncoder.Encode("""{"alg":"none"}"""), Base64UrlEncoder.Encode("""{"iss":"https://news.example","aud":"diwan","sub":"1","name":"Dilan Ahmed","role":"staff","exp":4102444800}"""));
        var token = kind switch
        {
            "another key" => site.Token(by: new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)), SecurityAlgorithms.EcdsaSha256)),
            "another issuer" => site.Token(issuer: "https://other.example"),
            "another audience" => site.Token(audience: "shop"),
            "over" => site.Token(minutes: -2),
            "without an end" => site.Token(minutes: 0),
            "without a name" => site.Token(name: null),
            "without a subject" => site.Token(subject: null),
            "signed with the public key as a secret" => site.Token(by: new(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(site.Pem)), SecurityAlgorithms.HmacSha256)),
            "unsigned" => $"{header}.{payload}.",
            "altered" => Altered(site.Token(), payload),
            "too long" => site.Token(subject: new string('s', 9_000)),
            _ => "no token",
        };
        var article = await site.PublishAsync();

        var (status, body) = await SendAsync(article, "Azad", token);

        Assert.Equal((HttpStatusCode.Unauthorized, "token_invalid"), (status, (string?)body["code"]));
        Assert.Empty((await site.Store.Desk.QueueAsync(new(QueueKind.Pending, QueueOrder.Newest, ArticleId: article.Id))).Comments);
    }

    [Theory]
    [InlineData("Dilan Ahmed")]
    [InlineData("dîlan  ahmed")]
    [InlineData("DiIan Ahmed")]
    [InlineData("Dіlаn Ahmеd")]
    [InlineData("Dilan Ahmed (editor)")]
    [InlineData("Editor | Dilan Ahmed")]
    [InlineData("شيلان كه‌ريم")]
    [InlineData("Diwan Daily moderator")]
    public async Task A_guest_who_would_be_taken_for_the_newsroom_is_refused_in_words(string name)
    {
        var article = await site.PublishAsync();

        var (status, body) = await SendAsync(article, name, token: null);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "author_reserved"), (status, (string?)body["code"]));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["author"] = name, ["text"] = Text });
        using var answer = await site.Client.PostAsync($"/articles/{article.Slug}/comments", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("This name is too much like one of our newsroom’s. Please choose another.", Site.Parse(await answer.Content.ReadAsStringAsync()).GetElementById("author-error")!.TextContent);
    }

    [Theory]
    [InlineData("Dilan Ahmed Karim")]
    [InlineData("Dilan")]
    [InlineData("Ahmed Dilan")]
    public async Task A_guest_of_another_name_is_not(string name) =>
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(await site.PublishAsync(), name, token: null)).Status);

    [Fact]
    public async Task The_desks_accounts_are_the_newsrooms_too_and_the_publishers_machines_are_not()
    {
        await site.Store.Accounts.SaveAsync(new() { Id = "a1", Name = "Nermîn", Role = Comments.Accounts.Role.Moderator, SecurityStamp = "s", CreatedAt = DateTimeOffset.UnixEpoch });
        await site.Store.Accounts.SaveAsync(new() { Id = "a2", Name = "Machine", Role = Comments.Accounts.Role.Site, SecurityStamp = "s", CreatedAt = DateTimeOffset.UnixEpoch });
        var names = new StaffNames("", [], site.Store.Accounts, TimeProvider.System);

        Assert.True(await names.IncludeAsync("NERMIN"));
        Assert.False(await names.IncludeAsync("Machine"));

        // A newspaper of one word, such as Sabah, is called like people.
        var paper = new StaffNames("Sabah", [], site.Store.Accounts, TimeProvider.System);
        Assert.True(await paper.IncludeAsync("SABAH | redaksiyon"));
        Assert.False(await paper.IncludeAsync("Sabahattin Ali"));
    }

    [Fact]
    public async Task Pages_of_registered_origins_may_send_a_token_along()
    {
        using var question = new HttpRequestMessage(HttpMethod.Options, $"/api/v1/articles/{(await site.PublishAsync()).Id}/comments")
        {
            Headers = { { "Origin", Site.Registered }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,content-type" } },
        };
        using var answer = await site.Client.SendAsync(question);

        Assert.Contains("authorization", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
    }

    private const string Text = "The river has been missed.";

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(Article article, string? author, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/articles/{article.Id}/comments") { Content = JsonContent.Create(new { author, text = Text }) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await site.Client.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static string Altered(string token, string payload) => $"{token.Split('.')[0]}.{payload}.{token.Split('.')[2]}";
}
