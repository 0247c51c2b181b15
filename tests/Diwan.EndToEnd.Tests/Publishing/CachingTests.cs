using System.IO.Compression;
using System.Text;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Publishing;

/// <summary>Reading is cheap: what has not changed is not sent again, and what is sent is compressed.</summary>
public sealed class CachingTests(SiteFixture fixture)
{
    [Theory]
    [InlineData("/api/v1/articles/{0}/comments")]
    [InlineData("/articles/{1}")]
    public async Task What_has_not_changed_is_304_and_what_has_is_sent(string pattern)
    {
        var article = await fixture.NewArticleAsync();
        var slug = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("slug");
        var path = pattern.Replace("{0}", article, StringComparison.Ordinal).Replace("{1}", slug, StringComparison.Ordinal);
        // Other tests import articles into the same site meanwhile, which changes The Latest on every page: then the tag is asked for again.
        var tag = "";
        await Wait.UntilAsync(async () =>
        {
            tag = (await fixture.Http.FetchAsync(path)).Headers["ETag"];
            return await fixture.Http.SendAsync(HttpMethod.Get, path, null, null, ("If-None-Match", tag)) is { Status: 304 };
        });

        await fixture.PublishAsync(article, "Something new.");
        await Wait.UntilAsync(async () =>
            await fixture.Http.SendAsync(HttpMethod.Get, path, null, null, ("If-None-Match", tag)) is { Status: 200 } changed && changed.Headers["ETag"] != tag);
    }

    [Theory]
    [InlineData("/", "gzip")]
    [InlineData("/", "br")]
    [InlineData("/guidelines", "br")]
    [InlineData("/api/v1/articles/{0}/comments", "gzip")]
    [InlineData("/api/v1/articles/{0}/comments", "br")]
    [InlineData("/articles/{1}", "gzip")]
    [InlineData("/articles/{1}", "br")]
    public async Task A_compressed_answer_unpacks_to_the_plain_one(string pattern, string coding)
    {
        var article = await fixture.NewArticleAsync();
        await fixture.PublishAsync(article, string.Join(' ', Enumerable.Repeat("A long comment about the bridge.", 40)));
        var slug = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("slug");
        var path = pattern.Replace("{0}", article, StringComparison.Ordinal).Replace("{1}", slug, StringComparison.Ordinal);

        var packed = await fixture.Http.SendAsync(HttpMethod.Get, path, null, null, ("Accept-Encoding", coding));

        Assert.Equal(coding, packed.Headers["Content-Encoding"]);
        Assert.Contains("Accept-Encoding", packed.Headers["Vary"], StringComparison.OrdinalIgnoreCase);
        using var source = new MemoryStream(packed.Bytes);
        using Stream unpacking = coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacking, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        Assert.True(packed.Bytes.Length < Encoding.UTF8.GetByteCount(text));
        Assert.Contains(path.StartsWith("/api", StringComparison.Ordinal) ? "\"comments\"" : "</html>", text, StringComparison.Ordinal);
    }
}
