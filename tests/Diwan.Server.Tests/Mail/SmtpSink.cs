using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Diwan.Server.Tests.Mail;

/// <summary>A mail server on loopback that keeps what it takes in. It refuses <c>nobody@…</c> for good, and <c>later@…</c> for now.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = new();

    public SmtpSink()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Mails taken in so far, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var held = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    _taken.Enqueue(await ReadMailAsync(reader));
                }

                await writer.WriteLineAsync(verb switch
                {
                    "EHLO" => "250-sink\r\n250 8BITMIME",
                    "QUIT" => "221 bye",
                    "RCPT" when line.Contains("nobody@", StringComparison.Ordinal) => "550 there is nobody",
                    "RCPT" when line.Contains("later@", StringComparison.Ordinal) => "451 come again",
                    _ => "250 ok",
                });
                if (verb == "QUIT") return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task<MimeMessage> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".") mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(mail.ToString()));
        return await MimeMessage.LoadAsync(bytes, _end.Token);
    }
}
