using System.Globalization;
using System.Text;
using Diwan.Bench.Http.Load;
using Diwan.Storage.Content;

namespace Diwan.Bench.Http.Perspective;

/// <summary>What <c>comments:analyze</c> costs over HTTP, beside an endpoint that does nothing and beside scoring alone.</summary>
internal static class PerspectiveBench
{
    private const int Connections = 16, Texts = 8_000, Count = 20_000;
    private const double BarRatio = 2, BarMilliseconds = 20;

    /// <summary>Measures and prints; 1 when the cost or the longest comment misses its bar.</summary>
    /// <param name="program">The built <c>diwan</c>.</param>
    /// <param name="sets">Where the texts are.</param>
    /// <param name="output">Where the tables go.</param>
    public static int Run(string program, string sets, TextWriter output)
    {
        var content = EngineContent.Read("data");
        var texts = Called.Choose(sets, content, Texts);
        var calls = new AnalyzeCalls(texts, content);
        var longest = new AnalyzeCalls([Called.Longest(texts)], content);
        using var diwan = new DiwanProcess(program);
        var first = Time(diwan.Server, longest, 1)[0];
        var length = AnswerLength(diwan.Server, calls);
        using var empty = ChildServer.Start(Environment.ProcessPath!, EmptyEndpoint.Verb, length.ToString(CultureInfo.InvariantCulture));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"model {content.Scorer.Version}; {texts.Length} texts, mean {texts.Average(called => Encoding.UTF8.GetByteCount(called.Text)):F0} bytes; answers of {length} bytes; {Connections} connections; {Count} calls a run"));

        Side[] sides = [new("comments:analyze", diwan.Server, calls), new("empty endpoint", empty, new EmptyCalls(texts, length))];
        var scoring = new List<double>();
        Score(texts, content);
        SideBySide.Measure(sides, Connections, Count, () => scoring.Add(Score(texts, content)));
        SideBySide.Write(sides, output);
        var ratio = WriteCost(sides[0].Cpu, sides[1].Cpu, scoring.Order().ElementAt(scoring.Count / 2), output);
        var warm = Time(diwan.Server, longest, 101);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nA comment of {Called.MaxBytes} bytes (bar {BarMilliseconds} ms): {first:F1} ms as the very first call, {warm[50]:F2} ms warm (median of {warm.Length}), {warm[^1]:F2} ms the slowest of them."));
        return ratio <= BarRatio && warm[50] <= BarMilliseconds ? 0 : 1;
    }

    private static double WriteCost(double server, double empty, double scoring, TextWriter output)
    {
        var ratio = server / (empty + scoring);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            Scoring alone, in process: {scoring:F1} µs of CPU a text.
            Server / (empty + scoring): {server:F1} / ({empty:F1} + {scoring:F1}) = {ratio:F2} (bar {BarRatio}).
            What the server adds to the scoring, in empty endpoints: ({server:F1} - {scoring:F1}) / {empty:F1} = {(server - scoring) / empty:F2}.
            """));
        return ratio;
    }

    /// <summary>Microseconds of CPU that scoring a text takes in this process.</summary>
    private static double Score(Called[] texts, EngineContent content)
    {
        var sum = 0f;
        var before = Environment.CpuUsage.TotalTime;
        for (var number = 0; number < Count; number++) sum += texts[number % texts.Length].Score(content);
        var spent = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Count;
        return float.IsFinite(sum) ? spent : throw new InvalidDataException("A score is no number.");
    }

    /// <summary>Milliseconds of calls one after the other, in ascending order.</summary>
    private static double[] Time(ChildServer server, AnalyzeCalls calls, int count) => LoadDriver.Closed(server, calls, 1, count).Latencies;

    private static int AnswerLength(ChildServer server, AnalyzeCalls calls)
    {
        using var connection = new Connection(server.Address);
        connection.Exchange(calls.Request(0));
        calls.Check(0, connection);
        return connection.Body.Length;
    }
}
