using Diwan.Learning.Sets;
using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>Rebuilds the classifier from its data sets: <c>diwan train</c>. Same sets, same bytes.</summary>
public static class Training
{
    /// <summary>Reads the sets of <paramref name="setsDirectory"/>, trains, calibrates and writes the model.</summary>
    /// <param name="setsDirectory">Folder of JSON lines, or one with such a folder <c>train</c>; only rows of tier <c>clean</c> are learnt from. A folder <c>dev</c>
    /// beside it names the texts a model is measured on: neither they nor near-copies are learnt from.</param>
    /// <param name="outFile">Where the model goes.</param>
    /// <param name="log">Told of each step.</param>
    /// <exception cref="InvalidDataException">The sets hold nothing to learn from.</exception>
    public static void Run(string setsDirectory, string outFile, TextWriter log)
    {
        var rows = TrainingRows.Read(setsDirectory, log);
        var plan = new HeadPlan(rows);
        var taught = rows.Where(row => !TrainingRows.IsHeldBack(row) && plan.For(row) is not null).ToArray();
        var cutter = new Examples();
        var vocabulary = Vocabulary.Build(cutter.ReadAll(taught), new SeededRandom(7));
        var examples = taught.Select(row => cutter.Make(row, plan.For(row)!, vocabulary)).ToArray();
        log.WriteLine($"{examples.Length} rows to learn, {plan.Count} heads, {plan.Domains.Count} domains, {vocabulary.Words.Length} words");
        var (ngrams, words) = Train(examples, taught, plan, vocabulary, log);
        var version = $"diwan-{Path.GetFileNameWithoutExtension(outFile).Split('-', 2)[^1]}";
        var model = ModelAssembly.Assemble(version, plan, ngrams, words, vocabulary.Words);
        model = Finishing.Finish(model, rows, log);
        using var file = File.Create(outFile);
        model.Write(file);
        log.WriteLine($"{outFile}: {file.Length} bytes");
    }

    // Until their heads learn together the towers know nothing of one another: two threads, and still the same bytes.
    private static (NgramTrainer Ngrams, WordTrainer Words) Train(
        Example[] examples, LabelledRow[] rows, HeadPlan plan, Vocabulary vocabulary, TextWriter log)
    {
        var order = Enumerable.Range(0, examples.Length).SelectMany(index => Enumerable.Repeat(index, TrainingPlan.Repeats(rows[index].Set))).ToArray();
        var ngrams = new NgramTrainer(1 << TextFeatures.TableBits, TrainingPlan.NgramSize, TrainingPlan.NgramHidden, plan, 1);
        var words = new WordTrainer(vocabulary.Vectors, Vocabulary.Size, TrainingPlan.WordHidden, plan, 1);
        Parallel.Invoke(
            () => Passes.Run("n-gram tower", examples, [.. order], TrainingPlan.NgramPasses, 101, log, (example, share) => ngrams.Learn(
                example, TrainingPlan.DropNgrams, TrainingPlan.DomainWeight, TrainingPlan.TableRate * share, TrainingPlan.Rate * share)),
            () => Passes.Run("word tower", examples, [.. order], TrainingPlan.WordPasses, 102, log, (example, share) => words.Learn(
                example, TrainingPlan.DropWords, TrainingPlan.DropFilters, TrainingPlan.DomainWeight, TrainingPlan.TableRate * share, TrainingPlan.Rate * share)));
        var joint = new JointHeads(plan, ngrams.Upper, words.Upper);
        Passes.Run("both towers' heads", examples, order, TrainingPlan.JointPasses, 103, log, (example, share) =>
        {
            ngrams.Look(example, TrainingPlan.DropNgrams);
            words.Look(example, TrainingPlan.DropWords, TrainingPlan.DropFilters);
            joint.Learn(example.Targets, TrainingPlan.JointRate * share);
        });
        return (ngrams, words);
    }
}
