using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Diwan.Comments.Articles;

namespace Diwan.Server.Tests.Public;

public sealed class ReadingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Only_approved_comments_are_read_in_the_order_asked_for()
    {
        var article = await site.PublishAsync();
        var first = await site.ApprovedAsync(article, "First.");
        await site.SubmitAsync(article, "Waiting.");
        var reply = await site.ApprovedAsync(article, "Reply.", parentId: first.Id);

        var newest = await CommentsAsync(article, "?limit=7");
        var oldest = await CommentsAsync(article, "?sort=oldest&limit=7");

        Assert.Equal(["Reply.", "First."], newest.Select(comment => (string?)comment!["text"]));
        Assert.Equal(["First.", "Reply."], oldest.Select(comment => (string?)comment!["text"]));
        Assert.Equal(first.Id, (string?)newest[0]!["parentId"]);
        Assert.Equal(1, (int?)newest[1]!["replies"]);
        Assert.Equal(reply.Hash, (string?)newest[0]!["hash"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$", (string?)newest[0]!["at"]);
    }

    [Fact]
    public async Task A_thread_is_read_to_its_end_by_cursors_without_gap_or_double()
    {
        var article = await site.PublishAsync();
        for (var i = 0; i < 7; i++) await site.ApprovedAsync(article, $"Comment {i}.");

        var read = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await JsonAsync($"/api/v1/articles/{article.Id}/comments?limit=3{(next.Length > 0 ? $"&after={Uri.EscapeDataString(next)}" : "")}");
            read.AddRange(page["comments"]!.AsArray().Select(comment => (string)comment!["text"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"Comment {i}."), read);
    }

    [Theory]
    [InlineData("?sort=best", HttpStatusCode.UnprocessableEntity)]
    [InlineData("?limit=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("?limit=101", HttpStatusCode.UnprocessableEntity)]
    [InlineData("?limit=99999999999999999999", HttpStatusCode.UnprocessableEntity)]
    [InlineData("?after=tampered", HttpStatusCode.BadRequest)]
    public async Task Absurd_queries_are_refused(string query, HttpStatusCode status)
    {
        var answer = await site.Client.GetAsync($"/api/v1/articles/{(await site.PublishAsync()).Id}/comments{query}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_unchanged_thread_is_a_304_and_a_changed_one_is_not()
    {
        var article = await site.PublishAsync();
        var path = $"/api/v1/articles/{article.Id}/comments";
        await site.ApprovedAsync(article, "First.");
        await Until(async () => (await CommentsAsync(article, "")).Count == 1);
        var tag = (await site.Client.GetAsync(path)).Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(path, tag)).StatusCode);
        await site.ApprovedAsync(article, "Second.");
        await Until(async () => (await GetAsync(path, tag)).StatusCode == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task An_answer_is_compressed_as_the_client_asks(string coding)
    {
        var article = await site.PublishAsync();
        await site.ApprovedAsync(article, "ڕووبارەکە گەڕایەوە");
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/articles/{article.Id}/comments?sort=oldest");
        request.Headers.AcceptEncoding.ParseAdd(coding);

        var answer = await site.Client.SendAsync(request);

        Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
        await using var packed = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = coding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        Assert.Contains("ڕووبارەکە گەڕایەوە", await new StreamReader(plain).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_given_for_known_addresses_and_nothing_is_zero()
    {
        var article = await site.PublishAsync(one => one with { Url = $"https://news.example/{one.Id}" });
        await site.ApprovedAsync(article, "One.");

        var counts = (await JsonAsync($"/api/v1/counts?url={Uri.EscapeDataString(article.Url!)}&url=https%3A%2F%2Fnews.example%2Fnone&url=%2Farticles%2F{article.Slug}"))["counts"]!;

        Assert.Equal(1, (int?)counts[article.Url!]);
        Assert.Equal(0, (int?)counts["https://news.example/none"]);
        Assert.Equal(1, (int?)counts[$"/articles/{article.Slug}"]);
    }

    [Fact]
    public async Task An_article_is_found_by_address_id_and_slug()
    {
        var article = await site.PublishAsync(one => one with { Url = $"https://news.example/{one.Id}" });

        foreach (var path in (string[])[$"?url={Uri.EscapeDataString(article.Url!)}", $"/{article.Id}", $"/{article.Slug}"])
            Assert.Equal(article.Id, (string?)(await JsonAsync($"/api/v1/articles{path}"))["id"]);
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_and_what_cannot_be_done_a_405_both_as_problems()
    {
        var missing = await site.Client.GetAsync("/api/v1/nothing");
        var wrong = await site.Client.DeleteAsync("/api/v1/articles/x/comments");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (missing.StatusCode, missing.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_description_lists_every_public_address()
    {
        var paths = (await JsonAsync("/openapi/v1.json"))["paths"]!.AsObject().Select(path => path.Key).ToList();

        Assert.Contains("/api/v1/articles/{id}/comments", paths);
        Assert.Contains("/api/v1/receipts/{receipt}", paths);
        Assert.Contains("/api/v1/counts", paths);
        Assert.Contains("/api/v1/comments/{id}/reports", paths);
        Assert.DoesNotContain("/articles/{slug}", paths);
    }

    private async Task<JsonArray> CommentsAsync(Article article, string query) =>
        (await JsonAsync($"/api/v1/articles/{article.Id}/comments{query}"))["comments"]!.AsArray();

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await site.Client.GetStringAsync(path))!;

    private Task<HttpResponseMessage> GetAsync(string path, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        return site.Client.SendAsync(request);
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await isSo()) end.Token.ThrowIfCancellationRequested();
    }
}
