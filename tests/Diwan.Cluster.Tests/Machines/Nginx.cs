using System.Globalization;

namespace Diwan.Cluster.Tests.Machines;

/// <summary>nginx before the nodes, with what matters of <c>deploy/proxy/nginx.conf</c>: a read is tried at the next node, what writes is sent once.</summary>
internal sealed class Nginx(string folder, IReadOnlyList<int> nodes) : IDisposable
{
    private Daemon? _daemon;

    /// <summary>Where readers ask, on 127.0.0.1 alone.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>Where readers ask.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        Directory.CreateDirectory(folder);
        var settings = Path.Combine(folder, "nginx.conf");
        var servers = string.Join(' ', nodes.Select(node => string.Create(CultureInfo.InvariantCulture, $"server 127.0.0.1:{node} max_fails=1 fail_timeout=2s;")));
        await File.WriteAllTextAsync(settings, $$"""
            daemon off; master_process off; pid {{folder}}/pid; error_log {{folder}}/log warn;
            {{(Programs.IsRoot ? "user root;" : "")}}
            events { worker_connections 2048; }
            http {
              access_log off; client_body_temp_path {{folder}}/t; proxy_temp_path {{folder}}/t; fastcgi_temp_path {{folder}}/t; uwsgi_temp_path {{folder}}/t; scgi_temp_path {{folder}}/t;
              upstream diwan { least_conn; {{servers}} keepalive 64; }
              server {
                listen 127.0.0.1:{{Port}};
                location / {
                  proxy_pass http://diwan; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $http_host;
                  proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_next_upstream error timeout; proxy_next_upstream_tries 2; proxy_connect_timeout 1s; proxy_read_timeout 65s; proxy_buffering off;
                }
              }
            }
            """);
        _daemon = Daemon.Start(Path.Combine(folder, "log"), [Programs.Find("nginx")!, "-p", folder, "-c", settings]);
        await Until.TrueAsync(
            () => Task.FromResult(Ports.IsOpen(Port)), "nginx takes connections", TimeSpan.FromSeconds(30), () => _daemon.IsRunning ? null : Daemon.Tail(Path.Combine(folder, "log")));
    }

    /// <summary>As if its machine had lost power.</summary>
    public Task KillAsync() => _daemon!.KillAsync();

    /// <inheritdoc/>
    public void Dispose() => _daemon?.Dispose();
}
