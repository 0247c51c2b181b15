using System.Net;
using System.Net.Http.Json;

namespace Diwan.Server.Tests.Embed;

/// <summary>What pages of other sites may do in a reader's browser.</summary>
public sealed class CrossOriginTests(Site site) : IClassFixture<Site>
{
    private const string Stranger = "https://elsewhere.example";

    [Theory]
    [InlineData("/embed/{0}")]
    [InlineData("/embed/latest")]
    [InlineData("/embed.js")]
    [InlineData("/counts.js")]
    [InlineData("/embed.css")]
    [InlineData("/api/v1/articles/{0}")]
    [InlineData("/api/v1/articles/{0}/comments")]
    [InlineData("/api/v1/counts?url=https://news.example/1")]
    public async Task What_is_published_can_be_read_from_anywhere_without_credentials(string path)
    {
        var article = await site.PublishAsync();
        using var answer = await SendAsync(HttpMethod.Get, path.Replace("{0}", article.Id, StringComparison.Ordinal), Stranger);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("*", Header(answer, "Access-Control-Allow-Origin"));
        Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData(Site.Registered, true)]
    [InlineData(Stranger, false)]
    [InlineData("null", false)]
    public async Task Comments_and_reports_may_be_sent_from_registered_origins_only(string origin, bool allowed)
    {
        var article = await site.PublishAsync();
        foreach (var path in (string[])[$"/api/v1/articles/{article.Id}/comments", $"/api/v1/comments/{article.Id}/reports"])
        {
            using var answer = await SendAsync(HttpMethod.Options, path, origin, ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
            Assert.Equal(allowed ? origin : null, Header(answer, "Access-Control-Allow-Origin"));
            Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
        }
    }

    [Theory]
    [InlineData("/api/v1/receipts/abc")]
    [InlineData("/guidelines")]
    public async Task What_is_private_or_not_for_other_pages_is_not_shared(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, Site.Registered);

        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_registered_page_gets_its_answer_and_a_stranger_cannot_send_without_being_asked_first()
    {
        var article = await site.PublishAsync();
        using var taken = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/articles/{article.Id}/comments")
        {
            Content = JsonContent.Create(new { author = "Dilan", text = "From the publisher's own page." }),
            Headers = { { "Origin", Site.Registered } },
        };
        using var answer = await site.Client.SendAsync(taken);
        Assert.Equal((HttpStatusCode.Accepted, Site.Registered), (answer.StatusCode, Header(answer, "Access-Control-Allow-Origin")));

        // The types of body a browser sends elsewhere without asking are none this API reads.
        foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
        {
            using var simple = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/articles/{article.Id}/comments")
            {
                Content = new StringContent("""{"author":"Dilan","text":"From elsewhere."}""", System.Text.Encoding.UTF8, type),
                Headers = { { "Origin", Stranger } },
            };
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await site.Client.SendAsync(simple)).StatusCode);
        }
    }

    [Theory]
    [InlineData(Site.Registered, HttpStatusCode.SeeOther)]
    [InlineData(Stranger, HttpStatusCode.Forbidden)]
    public async Task A_form_that_was_included_in_a_page_works_without_a_script_where_its_origin_is_registered(string origin, HttpStatusCode status)
    {
        var article = await site.PublishAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/articles/{article.Slug}/comments")
        {
            Content = new FormUrlEncodedContent([new("author", "Dilan"), new("text", "Sent without a script.")]),
            Headers = { { "Origin", origin }, { "Sec-Fetch-Site", "cross-site" } },
        };

        Assert.Equal(status, (await site.Client.SendAsync(request)).StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string origin, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "Origin", origin } } };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await site.Client.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
