namespace Diwan.Bench.Scoring;

/// <summary>Runs the same work over all comments several times and keeps the best and the middle time.</summary>
internal static class Rounds
{
    /// <summary>How many times everything is measured.</summary>
    public const int Count = 9;

    /// <summary>Seconds of user CPU after which slow work is measured no further; three rounds there always are.</summary>
    public const int Patience = 60;

    private const int Fewest = 3;

    /// <summary>Measures <paramref name="work"/> for each of <paramref name="rows"/> comments.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="rows">How many comments there are.</param>
    /// <param name="work">Given a comment's number, returns something that depends on all of the work's result.</param>
    /// <exception cref="InvalidOperationException">Two rounds gave different answers: their speed means nothing.</exception>
    public static Measurement Measure(string name, int rows, Func<int, ulong> work)
    {
        var times = new List<double>(Count);
        var answers = new HashSet<ulong>();
        var allocated = 0.0;
        var started = Environment.CpuUsage.UserTime;
        while (times.Count < Fewest || (times.Count < Count && (Environment.CpuUsage.UserTime - started).TotalSeconds < Patience))
        {
            // What earlier work left behind is not this work's cost.
            GC.Collect();
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var before = Environment.CpuUsage.UserTime;
            var answer = 0UL;
            for (var row = 0; row < rows; row++)
            {
                answer = (answer * 31) + work(row);
            }

            times.Add((Environment.CpuUsage.UserTime - before).TotalMicroseconds / rows);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)rows;
            answers.Add(answer);
        }

        times.Sort();
        return answers.Count == 1
            ? new(name, times.Count, times[0], times[times.Count / 2], rows, answers.Single().ToString("x16", null), allocated)
            : throw new InvalidOperationException($"{name}: the rounds gave {answers.Count} different answers.");
    }
}
