using Diwan.Learning.Training;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Evaluation.Disguises;

/// <summary>How many toxic texts are still found when half of their words are disguised, and how many harmless ones are then taken for toxic.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Disguise">How they are disguised.</param>
/// <param name="Texts">Toxic texts that the disguise changes, of at most a thousand drawn from the language's sets.</param>
/// <param name="Plain">Share of these at or above the policy's threshold as they were written.</param>
/// <param name="Disguised">Share at or above it when disguised.</param>
/// <param name="Lost">The difference, 0.03 being three points; the interval is of the difference.</param>
/// <param name="Harmless">Harmless texts, drawn likewise.</param>
/// <param name="HarmlessPlain">Share of these at or above the threshold as they were written.</param>
/// <param name="HarmlessDisguised">Share at or above it when disguised.</param>
public sealed record DisguiseQuality(
    string Language, Disguise Disguise, int Texts, Interval Plain, Interval Disguised, Interval Lost,
    int Harmless, Interval HarmlessPlain, Interval HarmlessDisguised)
{
    private const int Most = 1000, Least = 50;
    private const ulong Seed = 5;

    /// <summary>One a language and disguise that changes at least fifty of its toxic texts. Made-up template sentences are left out.</summary>
    /// <param name="classifier">The model that scored <paramref name="rows"/>.</param>
    /// <param name="rows">The texts.</param>
    /// <param name="threshold">The policy's, for TOXICITY.</param>
    public static IReadOnlyList<DisguiseQuality> Of(Classifier classifier, IReadOnlyList<ScoredRow> rows, double threshold)
        => [.. rows.Where(row => row.Toxicity is not null && row.Row.Template is null)
            .GroupBy(row => row.Row.Language).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group =>
            {
                var toxic = Draw([.. group.Where(row => row.Toxicity!.Value.Yes)]);
                var harmless = Draw([.. group.Where(row => !row.Toxicity!.Value.Yes)]);
                return Enum.GetValues<Disguise>()
                    .Select(disguise => Of(group.Key, disguise, Over(classifier, disguise, toxic, threshold), Over(classifier, disguise, harmless, threshold)))
                    .OfType<DisguiseQuality>();
            })];

    private static DisguiseQuality? Of(
        string language, Disguise disguise, List<(double Plain, double Disguised)> toxic, List<(double Plain, double Disguised)> harmless)
    {
        if (toxic.Count < Least)
        {
            return null;
        }

        var (found, wrong) = (Bootstrap.Of(toxic, 3, Shares), Bootstrap.Of(harmless, 3, Shares));
        return new DisguiseQuality(language, disguise, toxic.Count, found[0], found[1], found[2], harmless.Count, wrong[0], wrong[1]);
    }

    // 1 for a text over the threshold, 0 for one below; texts the disguise leaves as they are say nothing of it.
    private static List<(double Plain, double Disguised)> Over(Classifier classifier, Disguise disguise, ScoredRow[] rows, double threshold)
    {
        var pairs = new List<(double, double)>();
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            var text = Disguiser.Apply(disguise, row.Row.Text, Seed + ((ulong)index << 8));
            if (text != row.Row.Text)
            {
                var score = classifier.Score(NormalizedText.From(text), ScoredRow.LanguageOf(row.Row))[Attributes.Toxicity];
                pairs.Add((row.Toxicity!.Value.Score >= threshold ? 1 : 0, score >= threshold ? 1 : 0));
            }
        }

        return pairs;
    }

    private static double[] Shares(IReadOnlyList<(double Plain, double Disguised)> pairs)
    {
        if (pairs.Count == 0)
        {
            return [double.NaN, double.NaN, double.NaN];
        }

        var (plain, disguised) = (pairs.Average(pair => pair.Plain), pairs.Average(pair => pair.Disguised));
        return [plain, disguised, plain - disguised];
    }

    private static ScoredRow[] Draw(ScoredRow[] rows)
    {
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        new SeededRandom(Seed).Shuffle(order);
        return [.. order.Take(Most).Select(index => rows[index])];
    }
}
