using System.Net;
using System.Net.Sockets;
using System.Text;
using Diwan.Interchange.Pages;

namespace Diwan.Interchange.Tests.Pages;

public sealed class PageFetcherTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly PageFetcher _fetcher = new(TimeProvider.System, address => address.Equals(IPAddress.Loopback));

    public PageFetcherTests() => _listener.Start();

    public void Dispose()
    {
        _fetcher.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task A_page_comes_with_the_encoding_its_server_names()
    {
        var fetched = await Fetch("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");

        Assert.Null(fetched.Problem);
        Assert.Equal(("hi", "windows-1256"), (Encoding.ASCII.GetString(fetched.Bytes), fetched.Charset));
    }

    [Theory]
    [InlineData("http://127.0.0.2/", "127.0.0.2 is not on the public network: private addresses are refused")]
    [InlineData("file:///etc/hostname", "a redirect to something else than a web address")]
    public async Task A_redirect_is_checked_like_the_first_address(string location, string problem) =>
        Assert.Equal(problem, (await Fetch(Redirect(location))).Problem);

    [Fact]
    public async Task Redirects_without_end_are_given_up() =>
        Assert.Equal("more than 5 redirects", (await Fetch(Redirect("/again"), times: 6)).Problem);

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        var endless = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', PageFetcher.MostBytes + 1);

        Assert.Equal("larger than 10 MB", (await Fetch(endless)).Problem);
    }

    [Fact]
    public async Task An_error_of_the_server_is_named() =>
        Assert.Equal("the server answered 404", (await Fetch("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")).Problem);

    private static string Redirect(string location) => $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private async Task<FetchedPage> Fetch(string answer, int times = 1)
    {
        var serving = ServeAsync(answer, times);
        var fetched = await _fetcher.FetchAsync(new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));
        await serving;
        return fetched;
    }

    private async Task ServeAsync(string answer, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            _ = await stream.ReadAsync(new byte[4_096]);
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            }
            catch (IOException)
            {
                return;   // The fetcher has hung up on an answer that was too long.
            }
        }
    }
}
