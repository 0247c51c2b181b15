using System.Diagnostics;

namespace Diwan.EndToEnd.Tests.Running;

/// <summary>Waits for a thing to become true, never for a time to pass.</summary>
public static class Wait
{
    /// <summary>Asks again and again, for ten seconds at most.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        var waited = Stopwatch.StartNew();
        while (!await isTrue())
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(10)) throw new TimeoutException("What was waited for did not come true within ten seconds.");
            await Task.Delay(20);
        }
    }
}
