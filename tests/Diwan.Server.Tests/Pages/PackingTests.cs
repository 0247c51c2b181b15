using System.IO.Compression;
using System.Text;
using Diwan.Server.Pages.Rendering;

namespace Diwan.Server.Tests.Pages;

public sealed class PackingTests
{
    [Fact]
    public async Task What_is_read_often_becomes_shorter_and_stays_the_same()
    {
        var page = string.Concat(Enumerable.Range(0, 400).Select(number => $"<p id=\"comment-{number * 7919 % 400}\">The bridge, said reader {number * 31 % 97}, comes {number * 17 % 89} years too late.</p>"));
        var answer = new OpenEnded(Encoding.UTF8.GetBytes(page));
        var (before, tag) = (answer.Whole(Coding.Brotli).Length, answer.TagOf(Coding.Brotli));
        for (var use = 1; use < OpenEnded.Often; use++) answer.Use();
        Assert.Equal(before, answer.Whole(Coding.Brotli).Length);

        answer.Use();

        while (answer.Whole(Coding.Brotli).Length == before) await Task.Yield();
        Assert.True(answer.Whole(Coding.Brotli).Length < before);
        Assert.Equal(tag, answer.TagOf(Coding.Brotli));
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(answer.Whole(Coding.Brotli).ToArray()), CompressionMode.Decompress));
        Assert.Equal(page, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
