using System.IO.Compression;
using System.Text;

namespace Diwan.Server.Tests.Embed;

/// <summary>What a page loads for its comments, as it goes over the wire.</summary>
public sealed class SizeTests(Site site) : IClassFixture<Site>
{
    private const int MaxBytes = 9_000;

    [Fact]
    public async Task The_script_with_its_style_takes_at_most_nine_kilobytes_of_brotli_and_loads_nothing_else()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/embed.js") { Headers = { { "Accept-Encoding", "gzip, deflate, br, zstd" } } };
        using var answer = await site.Client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(bytes.Length, 1_000, MaxBytes);
        using var unpacked = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
        var script = await unpacked.ReadToEndAsync();
        Assert.Contains("customElements.define(", script, StringComparison.Ordinal);
        Assert.Contains(".diwan", script, StringComparison.Ordinal);
        Assert.DoesNotContain("import", script, StringComparison.Ordinal);
        Assert.DoesNotContain("://", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheet_alone_says_what_the_script_carries()
    {
        var style = await site.Client.GetStringAsync("/embed.css");
        var script = await site.Client.GetStringAsync("/embed.js");

        Assert.Contains(style.Replace("\"", "\\\"", StringComparison.Ordinal), script, StringComparison.Ordinal);
    }
}
