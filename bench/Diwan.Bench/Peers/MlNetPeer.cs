using System.Reflection;
using Diwan.Bench.Scoring;
using Diwan.Learning.Sets;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Diwan.Bench.Peers;

/// <summary>ML.NET's own text pipeline as its tutorials have it: FeaturizeText, a logistic regression, a prediction engine; one attribute.</summary>
internal static class MlNetPeer
{
    // Enough to fill its dictionary of n-grams as a real model would: what it costs to read a text depends on that, not on how good it is.
    private const int TrainingRows = 20_000;

    // The assembly's own version has stood at 1.0 for years; this one is the package's.
    private static readonly string Version =
        typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>One measurement; none where there is nothing to fit it on, and <paramref name="output"/> says so.</summary>
    /// <param name="texts">What to score.</param>
    /// <param name="sets">It is fitted on the folder <c>train</c> beside this one.</param>
    /// <param name="output">Where to say what is missing.</param>
    public static IReadOnlyList<Measurement> Measure(IReadOnlyList<string> texts, string sets, TextWriter output)
    {
        var train = Path.Combine(sets, "..", "train");
        if (!Directory.Exists(train))
        {
            output.WriteLine($"ML.NET was NOT measured: there is nothing to fit it on at {train}.");
            return [];
        }

        using var engine = Fit(train);
        var input = new Text();
        var prediction = new Prediction();
        var measured = Rounds.Measure($"ML.NET {Version}, one attribute", texts.Count, row =>
        {
            input.Comment = texts[row];
            engine.Predict(input, ref prediction);
            return prediction.Toxic ? 1UL : 0UL;
        });
        return [measured with { Answer = $"{texts.Count(text => engine.Predict(new Text { Comment = text }).Toxic)} found" }];
    }

    private static PredictionEngine<Text, Prediction> Fit(string train)
    {
        var context = new MLContext(seed: 1);
        var rows = SetReader.Read(train).Where(row => row.Labels.ContainsKey("toxic")).Take(TrainingRows)
            .Select(row => new Text { Comment = row.Text, Label = row.Labels["toxic"] >= 0.5 }).ToArray();
        var pipeline = context.Transforms.Text.FeaturizeText("Features", nameof(Text.Comment))
            .Append(context.BinaryClassification.Trainers.SdcaLogisticRegression());
        return context.Model.CreatePredictionEngine<Text, Prediction>(pipeline.Fit(context.Data.LoadFromEnumerable(rows)));
    }

    private sealed class Text
    {
        public string Comment { get; set; } = "";

        public bool Label { get; set; }
    }

    private sealed class Prediction
    {
        [ColumnName("PredictedLabel")]
        public bool Toxic { get; set; }
    }
}
