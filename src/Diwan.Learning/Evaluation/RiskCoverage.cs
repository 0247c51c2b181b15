namespace Diwan.Learning.Evaluation;

/// <summary>The decision that matters to a desk: how much needs no person when so much error is accepted.</summary>
/// <param name="Set">The set it was measured on.</param>
/// <param name="Error">Greatest share of machine-approved comments that people had judged toxic, and of machine-rejected ones they had judged fine.</param>
/// <param name="Approved">Share of all comments that may be approved unseen.</param>
/// <param name="Rejected">Share of all comments that may be rejected unseen.</param>
public sealed record RiskCoverage(string Set, double Error, double Approved, double Rejected)
{
    /// <summary>The largest shares that keep within <paramref name="error"/>, comments taken from either end of the scores.</summary>
    public static RiskCoverage Of(string set, IReadOnlyList<Scored> rows, double error)
    {
        var rising = rows.OrderBy(row => row.Score).ToArray();
        var approved = Longest(rising, row => row.Yes, error);
        Array.Reverse(rising);
        var rejected = Math.Min(Longest(rising, row => !row.Yes, error), rows.Count - approved);
        return new(set, error, (double)approved / rows.Count, (double)rejected / rows.Count);
    }

    private static int Longest(Scored[] rows, Func<Scored, bool> wrong, double error)
    {
        int mistakes = 0, longest = 0;
        for (var count = 1; count <= rows.Length; count++)
        {
            mistakes += wrong(rows[count - 1]) ? 1 : 0;
            var next = count < rows.Length ? rows[count].Score : double.NaN;
            longest = mistakes <= error * count && next != rows[count - 1].Score ? count : longest;
        }

        return longest;
    }
}
