using Diwan.Bench;
using Diwan.Bench.Scoring;

switch (args)
{
    case ["scoring", var sets]:
        return ScoringBench.Run(sets, Console.Out);
    case ["allocations"]:
        return Allocations.Run();
    default:
        Console.Error.WriteLine("Usage: Diwan.Bench scoring SETS | Diwan.Bench allocations   (bench/run does both)");
        return 2;
}
