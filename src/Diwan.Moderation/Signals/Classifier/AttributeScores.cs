using System.Collections;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The scores of one text, in the order of <see cref="AttributeInfo.All"/>; attributes that its language does not
/// support are absent.</summary>
public sealed class AttributeScores : IReadOnlyList<AttributeScore>
{
    private readonly AttributeScore[] scores;

    internal AttributeScores(AttributeScore[] scores) => this.scores = scores;

    /// <inheritdoc/>
    public int Count => scores.Length;

    /// <inheritdoc/>
    public AttributeScore this[int index] => scores[index];

    /// <summary>The score of <paramref name="attribute"/>, or null when the language does not support it.</summary>
    public double? this[string attribute]
    {
        get
        {
            foreach (var score in scores)
            {
                if (score.Attribute == attribute)
                {
                    return score.Score;
                }
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<AttributeScore> GetEnumerator() => ((IEnumerable<AttributeScore>)scores).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => scores.GetEnumerator();
}
