using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Diwan.Crash.Tests;

/// <summary>The real executable, serving one data folder on a free port.</summary>
internal sealed class DiwanProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _output;

    private DiwanProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        // Nobody reads what it says; a full pipe would stop it.
        _output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public Uri Address { get; }

    /// <summary>Starts it and waits until it says it is ready.</summary>
    public static async Task<DiwanProcess> ServeAsync(string data, HttpClient http, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var diwan = new DiwanProcess(Start("serve", "--urls", address.ToString(), "--data", data, "--no-rate-limits"), address);
        while (true)
        {
            if (diwan._process.HasExited) throw new InvalidOperationException($"diwan serve ended with {diwan._process.ExitCode}.");
            try
            {
                using var ready = await http.GetAsync(new Uri(address, "/health/ready"), ct);
                if (ready.IsSuccessStatusCode) return diwan;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, ct);
        }
    }

    /// <summary>Runs a verb to its end; what it printed.</summary>
    public static async Task<string> RunAsync(CancellationToken ct, params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, $"diwan {arguments[0]}: {await error}");
        return output.Trim();
    }

    /// <summary>SIGKILL: no handler runs, nothing is written any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        await _output;
        _process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable()) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string Executable()
    {
        if (Environment.GetEnvironmentVariable("DIWAN_EXE") is { Length: > 0 } named) return named;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Diwan.slnx"))) root = root.Parent;
        return ((string[])["Release", "Debug"])
            .Select(configuration => Path.Combine(root?.FullName ?? "", "src", "Diwan", "bin", configuration, "net10.0", OperatingSystem.IsWindows() ? "diwan.exe" : "diwan"))
            .Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new InvalidOperationException("There is no diwan executable: build src/Diwan first, or name it in DIWAN_EXE.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
