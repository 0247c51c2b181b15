using System.Diagnostics;
using System.Net.Sockets;
using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http;

/// <summary>nginx with one process, serving the bytes of a file that lie compressed on disk.</summary>
internal static class Nginx
{
    /// <summary>Starts it; null where it is not installed.</summary>
    /// <param name="folder">Where the file lies, and where nginx keeps what it needs.</param>
    /// <param name="file">Name of the file, which is its path too.</param>
    /// <param name="contentType">What it is.</param>
    public static ChildServer? Start(string folder, string file, string contentType)
    {
        string[] places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"];
        if (places.FirstOrDefault(File.Exists) is not { } program) return null;
        var port = FreePort.Find();
        var settings = Path.Combine(folder, file + ".conf");
        File.WriteAllText(settings, $$"""
            daemon off; master_process off; worker_processes 1; pid {{folder}}/{{file}}.pid; error_log stderr crit;
            events { worker_connections 256; }
            http {
              access_log off; sendfile on; tcp_nodelay on; keepalive_requests 1000000000; open_file_cache max=10 inactive=1h;
              client_body_temp_path {{folder}}; proxy_temp_path {{folder}}; fastcgi_temp_path {{folder}}; uwsgi_temp_path {{folder}}; scgi_temp_path {{folder}};
              server { listen 127.0.0.1:{{port}}; root {{folder}}; default_type "{{contentType}}"; location / { add_header Content-Encoding br; } }
            }
            """);
        var server = ChildServer.Start("/bin/sh", "-c", $"echo http://127.0.0.1:{port}; exec {program} -p {folder} -c {settings}");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                new Connection(server.Address).Dispose();
                return server;
            }
            catch (SocketException) when (attempt < 500)
            {
                Clock.SleepUntil(Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 100));
            }
        }
    }
}
