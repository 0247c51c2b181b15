using Diwan.Storage.Tests.Crash;
using Diwan.Storage.Tests.Measuring;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Diwan.Storage.Tests;

/// <summary>Runs the tests, as the generated entry point would, or is the writer that the crash test kills, or measures.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [CrashWriter.Verb, var folder])
        {
            await CrashWriter.RunAsync(folder);
            return 0;
        }

        if (args is [CrashWriter.Verb, var address, var node])
        {
            await CrashWriter.RunAsync(address, node);
            return 0;
        }

        if (args is [CommitRate.Verb, var measured])
        {
            await CommitRate.RunAsync(measured);
            return 0;
        }

        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
