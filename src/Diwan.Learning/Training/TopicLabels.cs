using Diwan.Learning.Sets;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Training;

/// <summary>Weak labels for what a text speaks of: a topic's word occurs in it. The network learns from them to know the
/// topic by its company too.</summary>
internal sealed class TopicLabels
{
    private readonly Dictionary<string, HashSet<string>> topics = new(StringComparer.Ordinal);

    public TopicLabels()
    {
        foreach (var row in Resources.Rows("topic-words.tsv"))
        {
            topics.Add("topic:" + row[0], [.. row[1].Split(' ')]);
        }

        foreach (var row in Resources.Rows("identity-terms.tsv"))
        {
            if (row[0] == "en" && topics.TryGetValue("topic:" + row[1], out var words))
            {
                words.Add(NormalizedText.From(row[3]).Folded);
                words.Add(NormalizedText.From(row[2]).Folded.Split(' ')[0]);
            }
        }
    }

    /// <summary>The row with a label for every topic; rows in other languages stay as they are.</summary>
    public LabelledRow Label(LabelledRow row)
    {
        if (row.Language != "en")
        {
            return row;
        }

        var words = NormalizedText.From(row.Text).Folded.Split([' ', '\n', '\t', '.', ',', '!', '?', '"', ':', ';', '(', ')', '#', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        var labels = new SortedDictionary<string, double>(row.Labels.ToDictionary(), StringComparer.Ordinal);
        foreach (var (topic, terms) in topics)
        {
            labels[topic] = words.Any(terms.Contains) ? 1 : 0;
        }

        return row with { Labels = labels };
    }
}
