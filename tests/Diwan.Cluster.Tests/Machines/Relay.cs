using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Diwan.Cluster.Tests.Machines;

/// <summary>A cable between a node and a server: bytes go through it until it is cut. What is cut neither answers nor says that it is gone, as a broken switch does.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly int _to;
    private volatile TaskCompletionSource _whole = Done();

    /// <summary>Leads to a port of this machine.</summary>
    public Relay(int to)
    {
        _to = to;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    /// <summary>Where it begins.</summary>
    public int Port { get; }

    /// <summary>Lets nothing through any more; what is connected stays so and hears nothing.</summary>
    public void Cut() => _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whole again: connections of before are broken off, as their other end has long given them up.</summary>
    public void Mend()
    {
        foreach (var client in _open.Keys) client.Close();
        _whole.TrySetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
        foreach (var client in _open.Keys) client.Close();
        _whole.TrySetResult();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync(_ending.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Disposed of.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        _open[near] = _open[far] = true;
        try
        {
            await _whole.Task;
            await far.ConnectAsync(IPAddress.Loopback, _to, _ending.Token);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The other end is gone, and so is this one.
        }
        finally
        {
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
            near.Dispose();
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            var (source, target) = (from.GetStream(), to.GetStream());
            while (await source.ReadAsync(buffer, _ending.Token) is > 0 and var read)
            {
                await _whole.Task;
                await target.WriteAsync(buffer.AsMemory(0, read), _ending.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Closed from one side or the other.
        }
    }

    /// <summary>For people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port} to {_to}");
}
