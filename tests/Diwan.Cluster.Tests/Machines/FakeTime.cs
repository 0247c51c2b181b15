namespace Diwan.Cluster.Tests.Machines;

/// <summary>libfaketime of Debian's package: a process's clock that is wrong.</summary>
internal static class FakeTime
{
    /// <summary>Path of the library for programs of many threads; null where it is not installed.</summary>
    public static string? Library { get; } = Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu*").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
        : null;
}
