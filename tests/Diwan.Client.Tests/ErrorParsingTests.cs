using System.Net;
using System.Text;
using Diwan.Client.Comments;
using Diwan.Client.Perspective;

namespace Diwan.Client.Tests;

/// <summary>What stands between a program and the site answers as it likes; the callers' errors stay of one kind.</summary>
public sealed class ErrorParsingTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private static readonly AnalyzeRequest Request = new("Thank you.", ["TOXICITY"]);

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"error":"overloaded"}""")]
    [InlineData("""{"error":{"code":"five"}}""")]
    public async Task A_proxys_page_is_an_error_without_a_code(string body)
    {
        var scoring = await Assert.ThrowsAsync<PerspectiveException>(() => new PerspectiveClient(Answering(HttpStatusCode.BadGateway, body)).AnalyzeAsync(Request, None));
        var comments = await Assert.ThrowsAsync<DiwanException>(() => new CommentClient(Answering(HttpStatusCode.BadGateway, body)).GetArticleAsync("a", None));

        Assert.Equal((HttpStatusCode.BadGateway, null, null), (scoring.HttpStatus, scoring.Code, scoring.ErrorType));
        Assert.Equal((HttpStatusCode.BadGateway, null), (comments.Status, comments.Code));
        Assert.Contains("502", scoring.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_up_quota_says_how_long_to_wait()
    {
        const string body = """
            {"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED","details":[null,
            {"@type":"type.googleapis.com/google.rpc.Help"},{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMIT_EXCEEDED"}]}}
            """;
        var refused = await Assert.ThrowsAsync<PerspectiveException>(() => new PerspectiveClient(Answering(HttpStatusCode.TooManyRequests, body, "7")).AnalyzeAsync(Request, None));

        Assert.Equal((429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED", "Quota exceeded"), (refused.Code, refused.Status, refused.Reason, refused.Message));
        Assert.Equal(TimeSpan.FromSeconds(7), refused.RetryAfter);
    }

    [Fact]
    public async Task A_404_that_is_not_the_sites_own_is_an_error_and_not_nothing() =>
        await Assert.ThrowsAsync<DiwanException>(() => new CommentClient(Answering(HttpStatusCode.NotFound, "<html>Not here</html>")).GetArticleAsync("a", None));

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("null")]
    public async Task A_page_where_an_answer_should_be_is_an_invalid_response(string body)
    {
        var scoring = await Assert.ThrowsAsync<HttpRequestException>(() => new PerspectiveClient(Answering(HttpStatusCode.OK, body)).AnalyzeAsync(Request, None));
        var comments = await Assert.ThrowsAsync<HttpRequestException>(() => new CommentClient(Answering(HttpStatusCode.OK, body)).GetArticleAsync("a", None));

        Assert.Equal((HttpRequestError.InvalidResponse, HttpRequestError.InvalidResponse), (scoring.HttpRequestError, comments.HttpRequestError));
    }

    [Fact]
    public async Task A_span_that_begins_at_nought_may_leave_it_out()
    {
        const string body = """{"attributeScores":{"TOXICITY":{"spanScores":[{"end":5,"score":{"value":0.5}},{"score":{"value":0.25}}]}}}""";
        var spans = (await new PerspectiveClient(Answering(HttpStatusCode.OK, body)).AnalyzeAsync(Request, None)).Scores["TOXICITY"].Spans;

        Assert.Equal("Thank", spans[0].Of(Request.Text).ToString());
        Assert.Equal(Request.Text, spans[1].Of(Request.Text).ToString());
    }

    [Fact]
    public void Without_an_address_a_client_is_refused_where_it_is_asked_for() =>
        Assert.Throws<InvalidOperationException>(() => Clients.Of<CommentClient>(options => options.Token = "t"));

    private static HttpClient Answering(HttpStatusCode status, string body, string? retryAfter = null) =>
        new(new FixedAnswer(status, body, retryAfter)) { BaseAddress = new("https://comments.example/") };

    private sealed class FixedAnswer(HttpStatusCode status, string body, string? retryAfter) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (retryAfter is not null) answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return Task.FromResult(answer);
        }
    }
}
