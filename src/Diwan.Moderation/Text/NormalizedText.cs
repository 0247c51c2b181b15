namespace Diwan.Moderation.Text;

/// <summary>A text folded for matching, with the way back to the author's own characters.</summary>
public sealed class NormalizedText
{
    private NormalizedText(string original) => (Original, Folded) = (original, original);

    /// <summary>Exactly what the author sent.</summary>
    public string Original { get; }

    /// <summary>The folded form that detectors match on.</summary>
    public string Folded { get; }

    /// <summary>Folds any text; never throws.</summary>
    public static NormalizedText From(string original) => new(original);

    /// <summary>The author's own characters behind a stretch of <see cref="Folded"/>.</summary>
    public TextSpan ToOriginal(int start, int length) => new(Math.Min(start, Original.Length), Math.Min(start + length, Original.Length));
}
