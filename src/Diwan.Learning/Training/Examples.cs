using Diwan.Learning.Sets;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Training;

/// <summary>Cuts rows into features, with the very code that scoring uses.</summary>
internal sealed class Examples
{
    private readonly TextFeatures features = new();

    /// <summary>The features of one text.</summary>
    public TextFeatures Read(string text)
    {
        var folded = NormalizedText.From(text);
        features.Read(folded.Undone.Folded);
        features.ReadHabits(text);
        return features;
    }

    /// <summary>The features of each row in turn; the buffer is one and the same.</summary>
    public IEnumerable<TextFeatures> ReadAll(IEnumerable<LabelledRow> rows) => rows.Select(row => Read(row.Text));

    /// <summary>One row as an example.</summary>
    public Example Make(LabelledRow row, Targets targets, Vocabulary vocabulary)
    {
        Read(row.Text);
        var tokens = features.Tokens.AsSpan(0, features.TokenCount);
        var (ends, words) = (new int[tokens.Length], new int[tokens.Length]);
        for (var token = 0; token < tokens.Length; token++)
        {
            (ends[token], words[token]) = (tokens[token].EndGram, vocabulary.RowOf(tokens[token].Hash));
        }

        return new Example(
            features.Grams[..features.FirstHabit], features.Grams[features.FirstHabit..features.GramCount], ends, words, targets);
    }
}
