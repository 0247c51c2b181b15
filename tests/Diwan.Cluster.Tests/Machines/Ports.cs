using System.Net;
using System.Net.Sockets;

namespace Diwan.Cluster.Tests.Machines;

/// <summary>Ports of 127.0.0.1 for servers that cannot choose one by themselves. No port is given twice in a process.</summary>
internal static class Ports
{
    private static readonly HashSet<int> Given = [];

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public static int Free()
    {
        lock (Given)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Given.Add(port)) return port;
            }
        }
    }

    /// <summary>True when somebody takes connections there.</summary>
    public static bool IsOpen(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
