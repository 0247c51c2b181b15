using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Diwan.Bench.Http.Load;

/// <summary>One keep-alive connection that blocks its thread. A general client would cost the machine more than the server under measurement.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private byte[] buffer = new byte[64 * 1024];
    private int headLength;
    private int bodyLength;

    /// <summary>Connects.</summary>
    public Connection(Uri address) => socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));

    /// <summary>Status of the last answer.</summary>
    public int Status { get; private set; }

    /// <summary>Status line and headers of the last answer; until the next one.</summary>
    public ReadOnlySpan<byte> Head => buffer.AsSpan(0, headLength);

    /// <summary>Body of the last answer, put together from its chunks; until the next one.</summary>
    public ReadOnlySpan<byte> Body => buffer.AsSpan(headLength, bodyLength);

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <exception cref="InvalidDataException">What came is no answer in HTTP/1.1 with a length or chunks.</exception>
    public void Exchange(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0) request = request[socket.Send(request)..];
        var length = 0;
        (headLength, bodyLength) = (0, 0);
        int end;
        while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0) length = Receive(length);
        headLength = end + 4;
        if (!Utf8Parser.TryParse(Head[9..], out int status, out _)) throw new InvalidDataException("This is no HTTP/1.1.");
        Status = status;
        if (status == 304) return;
        if (Header("content-length: "u8) is [_, ..] value && Utf8Parser.TryParse(value, out int whole, out _))
        {
            while (length < headLength + whole) length = Receive(length);
            bodyLength = whole;
        }
        else if (Header("transfer-encoding: "u8).StartsWith("chunked"u8))
        {
            ReadChunks(length);
        }
        else
        {
            throw new InvalidDataException("The answer has neither a length nor chunks.");
        }
    }

    /// <summary>What follows a header's name (in small letters, with colon and space) up to the end of the head; empty when it is not there.</summary>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name)
    {
        for (var rest = Head; rest.IndexOf("\r\n"u8) is >= 0 and var end; rest = rest[(end + 2)..])
        {
            if (rest.Length >= name.Length && Ascii.EqualsIgnoreCase(rest[..name.Length], name)) return rest[name.Length..];
        }

        return [];
    }

    /// <summary>Closes.</summary>
    public void Dispose() => socket.Dispose();

    private void ReadChunks(int length)
    {
        var at = headLength;
        while (true)
        {
            int lineEnd;
            while ((lineEnd = buffer.AsSpan(at, length - at).IndexOf("\r\n"u8)) < 0) length = Receive(length);
            if (!Utf8Parser.TryParse(buffer.AsSpan(at, lineEnd), out int size, out _, 'x')) throw new InvalidDataException("This is no chunk.");
            at += lineEnd + 2;
            while (length < at + size + 2) length = Receive(length);
            buffer.AsSpan(at, size).CopyTo(buffer.AsSpan(headLength + bodyLength));
            bodyLength += size;
            at += size + 2;
            if (size == 0) return;
        }
    }

    private int Receive(int length)
    {
        if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = socket.Receive(buffer.AsSpan(length));
        return read > 0 ? length + read : throw new InvalidDataException("The server closed the connection.");
    }
}
