using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Diwan.Conformance.Tests;

/// <summary>Packages from npm as they were published, in exactly the versions of the lock file, beside these tests.</summary>
public static class NodeClients
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "clients");

    /// <summary>Installs them unless they are there; null, or why they cannot run.</summary>
    public static async Task<string?> InstallAsync()
    {
        if (Find("node") is null || Find("npm") is not { } npm) return "node or npm is missing: apt-get install nodejs npm";
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"))) return null;
        var (status, _, errors) = await RunAsync(npm, "", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        return status == 0 ? null : $"npm could not install the clients: {errors}";
    }

    /// <summary>Runs one script of the folder on one call; what the client gave its caller.</summary>
    public static async Task<Outcome> CallAsync(string script, JsonObject call)
    {
        var (status, output, errors) = await RunAsync(Find("node")!, call.ToJsonString(), Path.Combine(Folder, script));
        Assert.True(status == 0, $"{script} ended with {status}: {errors}");
        return new(JsonDocument.Parse(output).RootElement);
    }

    private static async Task<(int Status, string Output, string Errors)> RunAsync(string program, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)).FirstOrDefault(File.Exists);
}

/// <summary>What a client gave its caller: an answer, or an error with what it lets the caller see of it.</summary>
public sealed record Outcome(JsonElement Json)
{
    public bool IsAnswer => Json.GetProperty("ok").GetBoolean();

    public JsonElement Data => IsAnswer ? Json.GetProperty("data") : throw new InvalidOperationException($"The client failed: {Json}");

    public string Message => IsAnswer ? throw new InvalidOperationException($"The client got an answer: {Json}") : Json.GetProperty("message").GetString()!;

    /// <summary>The error object of the body.</summary>
    public JsonElement Error => Json.GetProperty("body").GetProperty("error");
}
