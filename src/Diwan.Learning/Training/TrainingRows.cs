using Diwan.Learning.Sets;

namespace Diwan.Learning.Training;

/// <summary>Chooses what may be learnt from.</summary>
internal static class TrainingRows
{
    /// <summary>Every clean row that is no near-copy of a development text, and the rows written for this project.</summary>
    public static List<LabelledRow> Read(string setsDirectory, TextWriter log)
    {
        var nested = Path.Combine(setsDirectory, "train");
        var everyday = EverydayTexts.From(setsDirectory);
        setsDirectory = Directory.Exists(nested) ? nested : setsDirectory;
        var all = SetReader.Read(setsDirectory).Where(row => row.Tier == "clean").ToList();
        if (all.Count == 0)
        {
            throw new InvalidDataException($"{setsDirectory} holds no row of tier clean.");
        }

        var known = new NearDuplicates();
        var development = Path.Combine(Path.GetFullPath(setsDirectory), "..", "dev");
        foreach (var row in Directory.Exists(development) ? SetReader.Read(development) : [])
        {
            known.Add(row.Text);
        }

        var topics = new TopicLabels();
        var kept = all.Concat(new NamedGroups().From(all)).Concat(SyntheticRows.All()).Concat(EverydayTexts.From(all)).Concat(everyday).Where(row => !known.Contains(row.Text)).Select(topics.Label).ToList();
        log.WriteLine($"{all.Count} clean rows, {kept.Count} kept with those written for this project");
        return kept;
    }

    /// <summary>True for the rows that calibrate and are not learnt; chosen by their text, so a copy shares its fate.</summary>
    public static bool IsHeldBack(LabelledRow row)
    {
        var hash = 0x811C9DC5u;
        foreach (var character in row.Text)
        {
            hash = (hash ^ char.ToLowerInvariant(character)) * 0x01000193;
        }

        return (hash >> 8) % TrainingPlan.HeldBack == 0;
    }
}
