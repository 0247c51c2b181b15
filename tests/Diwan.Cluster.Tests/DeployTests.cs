using System.Diagnostics;

namespace Diwan.Cluster.Tests;

/// <summary>The files that an operator copies are read by the programs they are for.</summary>
public sealed class DeployTests
{
    [Fact]
    public async Task Every_file_under_deploy_is_understood_by_its_program()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Diwan.slnx"))) root = root.Parent;
        var start = new ProcessStartInfo(Path.Combine(root!.FullName, "deploy", "check")) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await error;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, said);
        Assert.Contains(" fine, 0 wrong", said, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine(said);
    }
}
