using System.IO.Compression;
using System.Text;
using CsCheck;
using Diwan.Server.Pages.Rendering;

namespace Diwan.Server.Tests.Pages;

public sealed class OpenEndedTests
{
    [Theory]
    [InlineData(Coding.Identity)]
    [InlineData(Coding.Gzip)]
    [InlineData(Coding.Brotli)]
    public void Beginning_and_end_come_out_as_one_in_every_coding(Coding coding) =>
        Gen.Select(Gen.Byte.Array[0, 40_000], Gen.Byte.Array[0, 3_000]).Sample(
            (beginning, end) => Unpack(coding, With(beginning, coding, end)).AsSpan().SequenceEqual((byte[])[.. beginning, .. end]),
            iter: 200);

    [Theory]
    [InlineData(Coding.Gzip)]
    [InlineData(Coding.Brotli)]
    public void The_longest_end_still_fits(Coding coding)
    {
        var end = Encoding.ASCII.GetBytes(new string('x', OpenEnded.MaxEnd));

        Assert.Equal(end, Unpack(coding, With([], coding, end)));
    }

    [Fact]
    public void A_longer_end_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenEnded([]).Close(Coding.Gzip, new byte[OpenEnded.MaxEnd + 1], new byte[OpenEnded.MaxEnd + 1 + OpenEnded.MaxAround]));

    private static byte[] With(byte[] beginning, Coding coding, byte[] end)
    {
        var answer = new OpenEnded(beginning);
        if (end.Length == 0) return answer.Whole(coding).ToArray();
        var closing = new byte[end.Length + OpenEnded.MaxAround];
        return [.. answer.Beginning(coding).Span, .. closing[..answer.Close(coding, end, closing)]];
    }

    private static byte[] Unpack(Coding coding, byte[] packed)
    {
        using var input = new MemoryStream(packed);
        using Stream plain = coding switch
        {
            Coding.Gzip => new GZipStream(input, CompressionMode.Decompress),
            Coding.Brotli => new BrotliStream(input, CompressionMode.Decompress),
            _ => input,
        };
        using var output = new MemoryStream();
        plain.CopyTo(output);
        return output.ToArray();
    }
}
