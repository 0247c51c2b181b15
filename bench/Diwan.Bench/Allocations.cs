using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Diwan.Bench;

/// <summary>Time and allocated bytes of each part of the engine, by BenchmarkDotNet.</summary>
internal static class Allocations
{
    /// <summary>Measures and prints; 1 when something could not be measured.</summary>
    public static int Run()
    {
        // In this process: a build of its own for each measurement would take minutes and find nothing else.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        var summary = BenchmarkRunner.Run<EngineBenchmarks>(config);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
    }
}
