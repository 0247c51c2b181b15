using Diwan.Learning.Training;

namespace Diwan.Learning.Evaluation.Coverage;

/// <summary>Whether an accepted error is kept on comments that took no part in choosing the scores: each half of a set is decided by the
/// scores that the other half chose.</summary>
/// <param name="Approved">Share of the approved that people had judged toxic; NaN when none was approved.</param>
/// <param name="Rejected">Share of the rejected that people had judged fine; NaN when none was rejected.</param>
public sealed record CheckedErrors(Interval Approved, Interval Rejected)
{
    private const ulong Seed = 9;

    /// <summary>Measures it, always with the same halves.</summary>
    internal static CheckedErrors Of(Scored[] rows, Func<IReadOnlyList<Scored>, (double ApproveUpTo, double RejectFrom)> choose)
    {
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        new SeededRandom(Seed).Shuffle(order);
        var (one, other) = (Half(0), Half(1));
        int approved = 0, toxic = 0, rejected = 0, fine = 0;
        foreach (var (chosen, decided) in new[] { (one, other), (other, one) })
        {
            var (upTo, from) = choose(chosen);
            approved += decided.Count(row => row.Score <= upTo);
            toxic += decided.Count(row => row.Score <= upTo && row.Yes);
            rejected += decided.Count(row => row.Score >= from);
            fine += decided.Count(row => row.Score >= from && !row.Yes);
        }

        return new(Metrics.Wilson(toxic, approved), Metrics.Wilson(fine, rejected));

        Scored[] Half(int which) => [.. order.Where((_, place) => place % 2 == which).Select(index => rows[index]).OrderBy(row => row.Score)];
    }
}
