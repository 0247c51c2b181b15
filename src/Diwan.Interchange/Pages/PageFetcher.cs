using System.Net;
using System.Net.Sockets;

namespace Diwan.Interchange.Pages;

/// <summary>Fetches a page over http or https from the public network only: the address that was checked is the one connected to,
/// redirects are checked again, and size and time are bounded.</summary>
public sealed class PageFetcher : IDisposable
{
    /// <summary>Largest page or picture, in bytes after decompression.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int MostRedirects = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly Func<IPAddress, bool> _allows;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    /// <summary>A fetcher.</summary>
    /// <param name="clock">Measures the 20 seconds a fetch may take.</param>
    /// <param name="allows">Which addresses may be connected to; null for <see cref="PublicAddress.Allows"/>.</param>
    public PageFetcher(TimeProvider clock, Func<IPAddress, bool>? allows = null)
    {
        _clock = clock;
        _allows = allows ?? PublicAddress.Allows;
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,   // A proxy would resolve the name itself, past the check.
            ConnectCallback = ConnectAsync,
        }) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Diwan-import/1.0");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.8, */*;q=0.5");
    }

    /// <summary>Fetches; whatever goes wrong is named in <see cref="FetchedPage.Problem"/>. Throws only when cancelled.</summary>
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken ct = default)
    {
        using var limit = new CancellationTokenSource(Longest, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await FollowAsync(address, both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed(address, $"no complete answer within {Longest.TotalSeconds} seconds");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or UriFormatException)
        {
            return Failed(address, (exception.InnerException as RefusedAddressException)?.Message ?? $"it cannot be fetched: {exception.Message}");
        }
    }

    private async Task<FetchedPage> FollowAsync(Uri address, CancellationToken ct)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0) return Failed(address, "a redirect to something else than a web address");
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location)
            {
                address = new(address, location);
                continue;
            }

            if (!answer.IsSuccessStatusCode) return Failed(address, $"the server answered {(int)answer.StatusCode}");
            var bytes = await ReadAsync(answer.Content, ct);
            return bytes is null
                ? Failed(address, $"larger than {MostBytes / 1024 / 1024} MB")
                : new(address, bytes, answer.Content.Headers.ContentType?.CharSet, null);
        }

        return Failed(address, $"more than {MostRedirects} redirects");
    }

    // Counted after decompression: a small answer can unfold into a huge one.
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    // The name is resolved here, once: what was checked is what is connected to, however the name resolves a moment later.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        if (addresses.Length == 0 || !addresses.All(_allows)) throw new RefusedAddressException(context.DnsEndPoint.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static FetchedPage Failed(Uri address, string problem) => new(address, [], null, problem);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private sealed class RefusedAddressException(string host) : IOException($"{host} is not on the public network: private addresses are refused");
}
