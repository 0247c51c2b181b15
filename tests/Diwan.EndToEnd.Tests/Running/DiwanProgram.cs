using System.Diagnostics;
using System.Text;

namespace Diwan.EndToEnd.Tests.Running;

/// <summary>The real executable, run to its end.</summary>
public static class DiwanProgram
{
    /// <summary><c>DIWAN_EXE</c>, else the one built beside these tests in the same configuration.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("DIWAN_EXE") is { Length: > 0 } given ? given : Built();

    /// <summary>Runs one command and waits for its end; a minute at most.</summary>
    public static async Task<CommandOutcome> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"diwan {string.Join(' ', arguments)} did not end within a minute.");
        }

        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program with its three streams in hand.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{Path} did not start.");
    }

    private static string Built()
    {
        // …/tests/<project>/bin/<configuration>/<framework>/
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return System.IO.Path.Combine(root, "src", "Diwan", "bin", here.Parent!.Name, here.Name, OperatingSystem.IsWindows() ? "diwan.exe" : "diwan");
    }
}

/// <summary>How a command ended.</summary>
/// <param name="Status">Exit status.</param>
/// <param name="Output">All of stdout.</param>
/// <param name="Errors">All of stderr.</param>
public sealed record CommandOutcome(int Status, string Output, string Errors);
