using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Diwan.EndToEnd.Tests.Running;

/// <summary><c>diwan serve</c> on a free loopback port over a data folder; ends the process it started, and no other.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private RunningSite(Process process, string dataFolder, Uri address)
    {
        (_process, DataFolder, Address) = (process, dataFolder, address);
        Http = NewClient();
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Folder of the site's database and keys.</summary>
    public string DataFolder { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>A caller without cookies that follows no redirect and unpacks nothing.</summary>
    public HttpClient Http { get; }

    /// <summary>Everything it has written so far, stdout and stderr.</summary>
    public string Written => string.Join('\n', _lines);

    /// <summary>Starts serving a folder and returns when the site is ready. Limits and quotas are off unless asked for.</summary>
    public static async Task<RunningSite> StartAsync(string dataFolder, bool withRateLimits = false)
    {
        string[] limits = withRateLimits ? [] : ["--no-rate-limits"];
        // Another process may take the port between finding it and listening on it: then look for another.
        for (var attempt = 0; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            var process = DiwanProgram.Start(["serve", "--urls", address.GetLeftPart(UriPartial.Authority), "--data", dataFolder, .. limits]);
            var site = new RunningSite(process, dataFolder, address);
            if (await site.IsReadyAsync()) return site;
            await site.DisposeAsync();
            if (attempt == 2) throw new InvalidOperationException($"The site did not become ready:\n{site.Written}");
        }
    }

    /// <summary>A caller that does with redirects, cookies and compression what a browser does, if asked.</summary>
    public HttpClient NewClient(bool likeBrowser = false) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = likeBrowser,
        UseCookies = likeBrowser,
        AutomaticDecompression = likeBrowser ? DecompressionMethods.All : DecompressionMethods.None,
    })
    { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        var started = Stopwatch.StartNew();
        while (started.Elapsed < TimeSpan.FromSeconds(90) && !_process.HasExited)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri("health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return true;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        return false;
    }

    private void Keep(string? line)
    {
        if (line is not null) _lines.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
