using System.Diagnostics;

namespace Diwan.Cluster.Tests.Machines;

/// <summary>Waits on conditions, never on time: the limit only ends a wait that would never end.</summary>
internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Returns once something is so.</summary>
    /// <param name="isSo">Asked again and again.</param>
    /// <param name="what">For the message of an error.</param>
    /// <param name="atMost">When to give up.</param>
    /// <param name="isHopeless">Why it can never be so any more; null while it can.</param>
    /// <exception cref="TimeoutException">It was not so in time, or never will be.</exception>
    public static async Task TrueAsync(Func<Task<bool>> isSo, string what, TimeSpan atMost, Func<string?>? isHopeless = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (isHopeless?.Invoke() is { } why) throw new TimeoutException($"It will never be so that {what}: {why}");
            if (Stopwatch.GetElapsedTime(began) > atMost) throw new TimeoutException($"It is not so after {atMost.TotalSeconds:F0} s that {what}.");
            await Task.Delay(Pause);
        }
    }
}
