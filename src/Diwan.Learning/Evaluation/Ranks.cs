namespace Diwan.Learning.Evaluation;

/// <summary>Whether two ways of scoring put the same texts in the same order.</summary>
public static class Ranks
{
    /// <summary>Spearman's rank correlation, −1 to 1; ties share their mean rank. NaN when either side never varies.</summary>
    public static double Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var (a, b) = (RanksOf(first), RanksOf(second));
        var middle = (first.Count + 1) / 2.0;
        double both = 0, left = 0, right = 0;
        for (var index = 0; index < a.Length; index++)
        {
            both += (a[index] - middle) * (b[index] - middle);
            left += (a[index] - middle) * (a[index] - middle);
            right += (b[index] - middle) * (b[index] - middle);
        }

        return both / Math.Sqrt(left * right);
    }

    /// <summary>Kendall's tau-b, −1 to 1: pairs in the same order less pairs in the other, ties allowed for. NaN when either side never varies.</summary>
    /// <remarks>Sorted by one side, every swap that sorting by the other still needs is a pair in the other order: n log n.</remarks>
    public static double Kendall(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var order = Enumerable.Range(0, first.Count).OrderBy(index => first[index]).ThenBy(index => second[index]).ToArray();
        var values = order.Select(index => second[index]).ToArray();
        var pairs = Pairs(first.Count);
        var tiedFirst = first.GroupBy(value => value).Sum(group => Pairs(group.Count()));
        var tiedSecond = second.GroupBy(value => value).Sum(group => Pairs(group.Count()));
        var tiedBoth = order.GroupBy(index => (first[index], second[index])).Sum(group => Pairs(group.Count()));
        var swaps = Swaps(values, new double[values.Length], 0, values.Length);
        var agreement = pairs - tiedFirst - tiedSecond + tiedBoth - (2.0 * swaps);
        return agreement / Math.Sqrt((double)(pairs - tiedFirst) * (pairs - tiedSecond));
    }

    private static double[] RanksOf(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(index => values[index]).ToArray();
        var ranks = new double[values.Count];
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && values[order[end]] == values[order[start]]; end++)
            {
            }

            for (var place = start; place < end; place++)
            {
                ranks[order[place]] = (start + 1 + end) / 2.0;
            }
        }

        return ranks;
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    private static long Swaps(double[] values, double[] spare, int from, int to)
    {
        if (to - from < 2)
        {
            return 0;
        }

        var middle = (from + to) / 2;
        var swaps = Swaps(values, spare, from, middle) + Swaps(values, spare, middle, to);
        for (int left = from, right = middle, next = from; next < to; next++)
        {
            var takeLeft = left < middle && (right >= to || values[left] <= values[right]);
            swaps += takeLeft ? 0 : middle - left;
            spare[next] = takeLeft ? values[left++] : values[right++];
        }

        Array.Copy(spare, from, values, from, to - from);
        return swaps;
    }
}
