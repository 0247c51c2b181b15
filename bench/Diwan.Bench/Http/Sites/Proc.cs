using System.Globalization;

namespace Diwan.Bench.Http.Sites;

/// <summary>What Linux says of a process's memory.</summary>
/// <param name="Resident">MiB in memory, its own and mapped files.</param>
/// <param name="Own">Of these, MiB that are no file's: they cannot be dropped when memory is short.</param>
/// <param name="Highest">MiB that were resident at the most.</param>
internal sealed record Proc(double Resident, double Own, double Highest)
{
    /// <summary>Reads <c>/proc/ID/status</c>.</summary>
    public static Proc Read(int process)
    {
        var lines = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"));
        return new(Of("VmRSS:"), Of("RssAnon:"), Of("VmHWM:"));

        double Of(string name) => double.Parse(
            lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).AsSpan(name.Length).Trim(" \tkB"), CultureInfo.InvariantCulture) / 1024;
    }
}
