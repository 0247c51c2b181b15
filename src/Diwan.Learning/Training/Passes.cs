namespace Diwan.Learning.Training;

/// <summary>Runs a tower over its examples, in random but repeatable order, the rate falling in a straight line.</summary>
internal static class Passes
{
    /// <summary>So many passes; <paramref name="learn"/> gets the example and the share of the full rate.</summary>
    public static void Run(string name, Example[] examples, int[] order, int passes, ulong seed, TextWriter log, Action<Example, float> learn)
    {
        var random = new SeededRandom(seed);
        long done = 0, all = (long)passes * order.Length;
        for (var pass = 1; pass <= passes; pass++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                learn(examples[index], Math.Max(TrainingPlan.LeastRate, 1 - (done++ / (float)all)));
            }

            lock (log)
            {
                log.WriteLine($"{name}: pass {pass} of {passes} done");
            }
        }
    }
}
