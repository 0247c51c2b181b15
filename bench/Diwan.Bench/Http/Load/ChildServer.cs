using System.Diagnostics;
using System.Text;

namespace Diwan.Bench.Http.Load;

/// <summary>A server in a process of its own, whose CPU can be told from the driver's. It ends with this object.</summary>
internal sealed class ChildServer : IDisposable
{
    private readonly Process process;
    private bool isGone;

    private ChildServer(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens: on 127.0.0.1 alone.</summary>
    public Uri Address { get; }

    /// <summary>Number of the process.</summary>
    public int Id => process.Id;

    /// <summary>User and system CPU of all its threads so far, and of the processes it started, in microseconds; the kernel counts in hundredths of a second.</summary>
    public double CpuMicroseconds => Children().Prepend(process.Id).Sum(Cpu);

    /// <summary>Starts a program that prints the address it listens on, and waits until it has.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It ended before it listened; what it wrote is in the message.</exception>
    public static ChildServer Start(string program, params string[] arguments) => Start(program, arguments, []);

    /// <summary>The same with settings in its environment.</summary>
    public static ChildServer Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        // Standard error goes where ours goes. Garbage is collected as the runtime does it by itself, in this program's own child too.
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_gcConcurrent"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            said.AppendLine(line);
            var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at < 0) continue;
            // What it says from here on is read so that it never waits for room in the pipe.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new(process, new(line[at..].Trim()));
        }

        process.WaitForExit();
        throw new InvalidOperationException($"{program} ended with {process.ExitCode} before it listened: {said}");
    }

    /// <summary>Ends the process and waits until it is gone; once is enough.</summary>
    public void Dispose()
    {
        if (isGone) return;
        isGone = true;
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private IEnumerable<int> Children()
    {
        var list = $"/proc/{process.Id}/task/{process.Id}/children";
        return File.Exists(list) ? File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse) : [];
    }

    private static double Cpu(int id)
    {
        using var one = Process.GetProcessById(id);
        return one.TotalProcessorTime.TotalMicroseconds;
    }
}
