namespace Diwan.Learning.Evaluation.Coverage;

/// <summary>The decision that matters to a desk: how much needs no person when so much error is accepted.</summary>
/// <param name="Language">ISO 639 code, or <c>all</c>.</param>
/// <param name="Set">The set it was measured on, or <c>all</c>.</param>
/// <param name="Comments">Comments measured.</param>
/// <param name="Toxic">Of these, judged toxic by people. The shares below follow from it: at a newsroom's own rate they differ.</param>
/// <param name="Error">Greatest share of machine-approved comments that people had judged toxic, and of machine-rejected ones they had judged fine.</param>
/// <param name="Approved">Share of all comments that may be approved unseen.</param>
/// <param name="Rejected">Share of all comments that may be rejected unseen.</param>
/// <param name="NoPerson">Both together.</param>
/// <param name="ApproveUpTo">The highest score that is approved; null when none is.</param>
/// <param name="RejectFrom">The lowest score that is rejected; null when none is.</param>
/// <param name="Checked">The errors found where the scores were chosen on other comments.</param>
public sealed record RiskCoverage(
    string Language, string Set, int Comments, int Toxic, double Error, Interval Approved, Interval Rejected, Interval NoPerson,
    double? ApproveUpTo, double? RejectFrom, CheckedErrors Checked)
{
    /// <summary>The largest shares that keep within <paramref name="error"/>, comments taken from either end of the scores.</summary>
    public static RiskCoverage Of(string language, string set, IReadOnlyList<Scored> rows, double error)
    {
        var rising = rows.OrderBy(row => row.Score).ToArray();
        var figures = Bootstrap.Of(rising, 3, drawn =>
        {
            var (low, high) = Ends(drawn, error);
            return [(double)low / drawn.Count, (double)high / drawn.Count, (double)(low + high) / drawn.Count];
        });
        var (upTo, from) = Scores(rising, error);
        return new(
            language, set, rising.Length, rising.Count(row => row.Yes), error, figures[0], figures[1], figures[2],
            double.IsFinite(upTo) ? upTo : null, double.IsFinite(from) ? from : null, CheckedErrors.Of(rising, chosen => Scores(chosen, error)));
    }

    // Infinite where an end is empty.
    private static (double ApproveUpTo, double RejectFrom) Scores(IReadOnlyList<Scored> rising, double error)
    {
        var (approved, rejected) = Ends(rising, error);
        return (approved == 0 ? double.NegativeInfinity : rising[approved - 1].Score, rejected == 0 ? double.PositiveInfinity : rising[^rejected].Score);
    }

    // The rows rise by score. No comment counts for both ends.
    private static (int Approved, int Rejected) Ends(IReadOnlyList<Scored> rising, double error)
    {
        var approved = Longest(rising.Count, index => rising[index], toxic: true, error);
        var rejected = Longest(rising.Count, index => rising[rising.Count - 1 - index], toxic: false, error);
        return (approved, Math.Min(rejected, rising.Count - approved));
    }

    private static int Longest(int count, Func<int, Scored> at, bool toxic, double error)
    {
        int mistakes = 0, longest = 0;
        for (var taken = 1; taken <= count; taken++)
        {
            var row = at(taken - 1);
            mistakes += row.Yes == toxic ? 1 : 0;
            longest = mistakes <= error * taken && (taken == count || at(taken).Score != row.Score) ? taken : longest;
        }

        return longest;
    }
}
