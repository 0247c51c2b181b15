namespace Diwan.Moderation.Text;

/// <summary>A stretch of the author's own text.</summary>
/// <param name="Start">First UTF-16 code unit, from 0.</param>
/// <param name="End">One past the last UTF-16 code unit; at least <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>The author's own characters under this span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="original"/>.</exception>
    public string Quote(string original) => original[Start..End];
}
