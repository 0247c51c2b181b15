using System.Diagnostics;

namespace Diwan.Cluster.Tests.Sites;

/// <summary>The built <c>diwan</c>, called from outside.</summary>
internal static class DiwanProgram
{
    /// <summary>Its path: what <c>DIWAN_EXE</c> names, or what this repository has built last.</summary>
    public static string Path { get; } = Find();

    /// <summary>What every process of a cluster is told, with the memory settings of <c>./diwan</c>.</summary>
    public static Dictionary<string, string> Environment(string store, string clusterKey) => new()
    {
        ["DIWAN_STORE"] = store, ["DIWAN_CLUSTER_KEY"] = clusterKey,
        ["MALLOC_ARENA_MAX"] = "2", ["MALLOC_TRIM_THRESHOLD_"] = "524288", ["DOTNET_GCgen0size"] = "0x400000", ["DOTNET_GCConserveMemory"] = "8",
    };

    /// <summary>Runs a verb to its end; how it ended, and all that it said.</summary>
    public static async Task<(int Exit, string Said)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (output + await error).Trim());
    }

    private static string Find()
    {
        if (System.Environment.GetEnvironmentVariable("DIWAN_EXE") is { Length: > 0 } named) return named;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "Diwan.slnx"))) root = root.Parent;
        return ((string[])["Release", "Debug"]).Select(configuration => System.IO.Path.Combine(root?.FullName ?? "", "src", "Diwan", "bin", configuration, "net10.0", "diwan"))
            .Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new InvalidOperationException("There is no diwan executable: build src/Diwan first, or name it in DIWAN_EXE.");
    }
}
