using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Diwan.Cluster.Tests.Machines;

/// <summary>A server in a process of its own, started by these tests and ended by them, with the processes it started. What it says goes to a file.</summary>
internal sealed partial class Daemon : IDisposable
{
    /// <summary>The signal that PostgreSQL ends at without waiting for whoever is connected.</summary>
    public const int Interrupt = 2;

    private const int Stop = 19, Terminate = 15, KillNow = 9;

    private readonly Process _process;

    private Daemon(Process process, string log) => (_process, Log) = (process, log);

    /// <summary>File of what it says.</summary>
    public string Log { get; }

    /// <summary>Number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>True until it has ended.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>User and system CPU of the process, of its living children, and of those that have ended, in microseconds; the kernel counts in hundredths of a second.</summary>
    public double CpuMicroseconds => Tree(Id).Sum(Cpu);

    /// <summary>Starts it.</summary>
    /// <param name="log">File that its output is appended to.</param>
    /// <param name="command">Program and arguments.</param>
    /// <param name="environment">Added to this process's own.</param>
    public static Daemon Start(string log, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        // The shell becomes the program; a pipe would be inherited by the program's children and never be closed.
        var start = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", "cd / && exec \"$@\" </dev/null >>\"$LOG_FILE\" 2>&1", "sh" }, Environment = { ["LOG_FILE"] = log } };
        foreach (var part in command) start.ArgumentList.Add(part);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return new(Process.Start(start)!, log);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; what it said is in the message.</exception>
    public static async Task RunAsync(string log, params string[] command)
    {
        using var daemon = Start(log, command);
        await daemon._process.WaitForExitAsync();
        if (daemon._process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {daemon._process.ExitCode}: {Tail(log)}");
    }

    /// <summary>SIGKILL for it and all it started, as if its machine had lost power: no handler runs, nothing is written any more.</summary>
    public async Task KillAsync()
    {
        if (IsRunning)
        {
            // Stopped first, so that it starts nothing more while its children are counted.
            _ = Signal(Id, Stop);
            foreach (var process in Tree(Id).Reverse()) _ = Signal(process, KillNow);
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task EndAsync(int signal = Terminate)
    {
        if (IsRunning) _ = Signal(Id, signal);
        await _process.WaitForExitAsync();
    }

    /// <summary>The end of a log, for the message of an error.</summary>
    public static string Tail(string log) => File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(12)) : "";

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsRunning) KillAsync().GetAwaiter().GetResult();
        _process.Dispose();
    }

    private static IEnumerable<int> Tree(int id)
    {
        yield return id;
        string[] children;
        try
        {
            children = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/task/{id}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            yield break;
        }

        foreach (var child in children)
        {
            foreach (var process in Tree(int.Parse(child, CultureInfo.InvariantCulture))) yield return process;
        }
    }

    // Fields 14 to 17 of /proc/ID/stat: its own user and system time, and that of ended children it has waited for.
    private static double Cpu(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var ticks = stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            return ticks * 10_000.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
