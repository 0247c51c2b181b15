using System.Globalization;

namespace Diwan.Cluster.Tests.Machines;

/// <summary>A Redis of Debian's package that keeps nothing on disk, on a free port of this machine.</summary>
internal sealed class RedisServer(string folder) : IDisposable
{
    private Daemon? _daemon;

    /// <summary>Where it listens, on 127.0.0.1 alone.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, "log");
        _daemon = Daemon.Start(
            log,
            [Programs.Find("redis-server")!, "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder, "--maxmemory", "64mb"]);
        await Until.TrueAsync(() => Task.FromResult(Ports.IsOpen(Port)), "Redis takes connections", TimeSpan.FromSeconds(30), () => _daemon.IsRunning ? null : Daemon.Tail(log));
    }

    /// <summary>As if its machine had lost power.</summary>
    public Task KillAsync() => _daemon!.KillAsync();

    /// <inheritdoc/>
    public void Dispose() => _daemon?.Dispose();
}
