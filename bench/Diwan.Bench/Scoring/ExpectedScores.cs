namespace Diwan.Bench.Scoring;

/// <summary>The right answer of a scoring run: a fast wrong answer fails.</summary>
internal static class ExpectedScores
{
    private static readonly string Path = System.IO.Path.Combine("bench", "expected-scores.tsv");

    /// <summary>True when the run gave the checksum that is on record for these models and this number of comments, or when none is.</summary>
    public static bool Agree(string models, Measurement run, TextWriter output)
    {
        var key = $"{models}\t{run.Rows}\t";
        var known = File.ReadLines(Path).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        if (known is null)
        {
            output.WriteLine($"\nNo checksum is on record for these models and comments. When the scores are known to be right, add to {Path}:\n{key}{run.Answer}");
            return true;
        }

        var agrees = known[key.Length..] == run.Answer;
        output.WriteLine(agrees ? $"\nChecksum as on record: {run.Answer}." : $"\nWRONG: checksum {run.Answer}, on record is {known[key.Length..]}.");
        return agrees;
    }
}
