using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>Puts trained towers into the form that scores: tables in eight bits, the filters' work done per word.</summary>
internal static class ModelAssembly
{
    /// <summary>A model without calibration and span head, which are learnt on top of it.</summary>
    public static ClassifierModel Assemble(string version, HeadPlan plan, NgramTrainer ngrams, WordTrainer words, uint[] vocabulary)
    {
        var (outputs, domains) = (plan.Outputs, plan.DomainNames);
        var ngramScales = Quantiser.Scales(ngrams.Table, ngrams.Table.Length >> TextFeatures.TableBits);
        var (table, scales) = WordTable(words);
        return new ClassifierModel(
            version, outputs, [.. Enumerable.Range(0, outputs.Length)], plan.OwnHeads, domains, [], [], [],
            Quantiser.Round(ngrams.Table, ngramScales), ngramScales, Weights(ngrams.Upper),
            vocabulary, table, scales, words.Bias, Weights(words.Upper),
            new float[SpanHead.Weights(ngramScales.Length)], IdentityNames());
    }

    private static uint[] IdentityNames()
        => [.. Resources.Rows("identity-names.tsv").SelectMany(row => row[1].Split(' ')).Select(Vocabulary.HashOf).Where(hash => hash != 0).Distinct().Order()];

    private static HiddenLayerWeights Weights(HiddenHeads upper) => new(upper.Weights1, upper.Bias1, upper.Weights2, upper.Bias2);

    // All places of one filter share a scale, so that they can be added as whole numbers.
    private static (sbyte[] Table, float[] Scales) WordTable(WordTrainer words)
    {
        var rows = words.Rows - 1;
        var projected = new float[rows * WordFilters.Columns];
        for (var row = 0; row < rows; row++)
        {
            words.Project(row + 1, projected.AsSpan(row * WordFilters.Columns, WordFilters.Columns));
        }

        var columns = Quantiser.Scales(projected, WordFilters.Columns);
        var scales = new float[WordFilters.Count];
        var perColumn = new float[WordFilters.Columns];
        for (int width = 1, column = 0, filter = 0; width <= WordFilters.PerWidth.Length; width++)
        {
            var filters = WordFilters.PerWidth[width - 1];
            for (var index = 0; index < width * filters; index++)
            {
                ref var scale = ref scales[filter + (index % filters)];
                scale = Math.Max(scale, columns[column + index]);
            }

            for (var index = 0; index < width * filters; index++)
            {
                perColumn[column + index] = scales[filter + (index % filters)];
            }

            column += width * filters;
            filter += filters;
        }

        return (Quantiser.Round(projected, perColumn), scales);
    }
}
