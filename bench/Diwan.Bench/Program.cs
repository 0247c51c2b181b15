using Diwan.Bench;

if (args is not [var model, var sets])
{
    Console.Error.WriteLine("Usage: Diwan.Bench MODEL SETS   (for example data/models/diwan-2026-11-22.bin ../shared/data/dev)");
    return 2;
}

return ScoringBench.Run(model, sets, Console.Out);
