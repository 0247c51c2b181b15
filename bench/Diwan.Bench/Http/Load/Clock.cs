using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Diwan.Bench.Http.Load;

/// <summary>Lets a thread wait for a point in time to within a tenth of a millisecond. The runtime's own sleep knows whole milliseconds, longer than most answers take.</summary>
internal static partial class Clock
{
    /// <summary>Returns at that reading of <see cref="Stopwatch.GetTimestamp"/>, or at once when it is past.</summary>
    public static void SleepUntil(long timestamp)
    {
        while (timestamp - Stopwatch.GetTimestamp() is > 0 and var left)
        {
            var nanoseconds = (long)(left * (1e9 / Stopwatch.Frequency));
            NanoSleep(new() { Seconds = (nint)(nanoseconds / 1_000_000_000), Nanoseconds = (nint)(nanoseconds % 1_000_000_000) }, 0);
        }
    }

    // May come back early, for a signal: the caller looks at the clock again.
    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(in TimeSpec wanted, nint left);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
