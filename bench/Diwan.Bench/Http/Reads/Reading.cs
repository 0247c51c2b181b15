using System.IO.Compression;
using System.Text;
using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http.Reads;

/// <summary>One address read again and again: a browser's request, and the answer that was checked before.</summary>
/// <param name="path">The address.</param>
/// <param name="length">Bytes of the body on the wire.</param>
/// <param name="exact">The body itself; null where each answer has an end of its own.</param>
internal sealed class Reading(string path, int length, byte[]? exact) : IExchange
{
    private readonly byte[] request = Bytes(path);

    /// <summary>Bytes of the body on the wire.</summary>
    public int Length => length;

    /// <summary>A request for a path, as a browser that takes brotli sends it.</summary>
    public static byte[] Bytes(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, deflate, br\r\nAccept: */*\r\n\r\n");

    /// <summary>A body as it was before brotli.</summary>
    public static string Plain(byte[] body)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Request(int number) => request;

    /// <inheritdoc/>
    public void Check(int number, Connection answer)
    {
        if (answer.Status != 200 || answer.Body.Length != length || (exact is not null && !answer.Body.SequenceEqual(exact)))
            throw new InvalidDataException($"{path}: status {answer.Status}, {answer.Body.Length} bytes instead of {length}.");
    }
}
