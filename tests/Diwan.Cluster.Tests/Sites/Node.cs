using System.Diagnostics;
using System.Globalization;
using Diwan.Cluster.Tests.Machines;

namespace Diwan.Cluster.Tests.Sites;

/// <summary>One <c>diwan serve</c> of a cluster, with a cable of its own to Redis. Whatever ends it, it is started again until it is ready, as systemd does.</summary>
/// <param name="folder">Its data folder.</param>
/// <param name="store">Address of the database, with all its hosts.</param>
/// <param name="redis">Its cable to Redis.</param>
/// <param name="clusterKey">64 hexadecimal digits, the same for all.</param>
internal sealed class Node(string folder, string store, Relay redis, string clusterKey) : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    // Then what it says last goes into the message.
    private static readonly TimeSpan MostStarts = TimeSpan.FromSeconds(100);

    private Daemon? _daemon;

    /// <summary>Where it listens, on 127.0.0.1 alone.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>Where it listens.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <summary>Its cable to Redis.</summary>
    public Relay Redis => redis;

    /// <summary>The process; null before the first start.</summary>
    public Daemon? Process => _daemon;

    /// <summary>What its clock is wrong by, as faketime writes it (<c>+300s</c>); null for a right one. Holds from the next start on.</summary>
    public string? Skew { get; set; }

    /// <summary>True when it says that it can do its work.</summary>
    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var ready = await Http.GetAsync(new Uri(Address, "/health/ready"));
            return ready.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Starts it, again when it ends, and returns once it is ready.</summary>
    public async Task StartAsync()
    {
        Directory.CreateDirectory(folder);
        var began = Stopwatch.GetTimestamp();
        await Until.TrueAsync(
            async () =>
            {
                if (_daemon is { IsRunning: true }) return await IsReadyAsync();
                _daemon?.Dispose();
                _daemon = Daemon.Start(Log, [DiwanProgram.Path, "serve", "--urls", Address.ToString().TrimEnd('/'), "--data", folder, "--no-rate-limits"], Environment());
                return false;
            },
            $"the node on port {Port.ToString(CultureInfo.InvariantCulture)} is ready",
            TimeSpan.FromSeconds(120), () => Stopwatch.GetElapsedTime(began) > MostStarts ? Daemon.Tail(Log) : null);
    }

    /// <summary>As if its machine had lost power.</summary>
    public Task KillAsync() => _daemon!.KillAsync();

    /// <summary>Asks it to end, and waits until it has.</summary>
    public Task EndAsync() => _daemon!.EndAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _daemon?.Dispose();
        redis.Dispose();
    }

    private string Log => Path.Combine(folder, "log");

    private Dictionary<string, string> Environment()
    {
        var environment = new Dictionary<string, string>(DiwanProgram.Environment(store, clusterKey)) { ["DIWAN_REDIS"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{redis.Port}") };
        if (Skew is null) return environment;
        environment["LD_PRELOAD"] = FakeTime.Library!;
        environment["FAKETIME"] = Skew;
        // Waits are measured by another clock, which nobody sets; without the second line the library ends each wait at once.
        environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        return environment;
    }
}
