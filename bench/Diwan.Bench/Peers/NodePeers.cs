using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Diwan.Bench.Scoring;

namespace Diwan.Bench.Peers;

/// <summary>The word filters of npm, measured by <c>bench/peers/measure.mjs</c> in a process of its own on the same texts.</summary>
internal static class NodePeers
{
    private static readonly string Script = Path.Combine("bench", "peers", "measure.mjs");

    /// <summary>One measurement a library; none where Node or the libraries are missing, and <paramref name="output"/> says so.</summary>
    public static IReadOnlyList<Measurement> Measure(IReadOnlyList<string> texts, TextWriter output)
    {
        if (!Directory.Exists(Path.Combine("bench", "peers", "node_modules")))
        {
            output.WriteLine("Node's peers were NOT measured: install Node and npm, then npm ci in bench/peers.");
            return [];
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(texts));
            return [.. Run(file).Select(line => Read(line, texts.Count))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            output.WriteLine("Node's peers were NOT measured: node is not installed.");
            return [];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string[] Run(string file)
    {
        string[] arguments = [Script, file, Rounds.Count.ToString(CultureInfo.InvariantCulture), Rounds.Patience.ToString(CultureInfo.InvariantCulture)];
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
        var lines = node.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        node.WaitForExit();
        return node.ExitCode == 0 ? lines : throw new InvalidOperationException($"{Script} failed with {node.ExitCode}.");
    }

    private static Measurement Read(string line, int rows)
    {
        var fields = line.Split('\t');
        var read = Whole(fields[5]);
        return read == rows
            ? new($"npm {fields[0]} {fields[1]}", Whole(fields[2]), Number(fields[3]), Number(fields[4]), read, $"{fields[6]} found", null)
            : throw new InvalidOperationException($"{fields[0]} read {read} of {rows} comments.");
    }

    private static int Whole(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
