using System.Runtime.Versioning;
using Diwan.Cluster.Tests.Machines;

[assembly: SupportedOSPlatform("linux")]

namespace Diwan.Cluster.Tests;

/// <summary>What these tests need of the machine.</summary>
internal static class Needed
{
    /// <summary>Skips the test where PostgreSQL, Redis or nginx is not installed, by name, and fails it where they must be.</summary>
    public static void Check()
    {
        var missing = string.Join(' ', Programs.Missing());
        if (missing.Length == 0) return;
        Assert.SkipUnless(IsCi, $"not installed: apt-get install {missing}");
        Assert.Fail($"{missing}: not installed, and CI must have it.");
    }

    /// <summary>True where nothing may be missing.</summary>
    public static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";
}
