using System.Net;
using System.Net.Sockets;

namespace Diwan.Bench.Http;

/// <summary>Finds a port for a server that cannot choose one by itself.</summary>
internal static class FreePort
{
    /// <summary>A port of 127.0.0.1 that nobody listened on a moment ago.</summary>
    public static int Find()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
