using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Promotion;

/// <summary>Gathers what speaks for one kind of promotion in one field.</summary>
/// <remarks>Pieces are combined as if independent (1 − Π(1 − weight)): each adds, none alone is certain. The same phrase or
/// kind of contact counts once, so repeating oneself proves nothing new.</remarks>
internal sealed class Evidence
{
    private readonly HashSet<string> counted = [];
    private double remaining = 1;
    private (double Weight, TextSpan Span, string Detail) strongest;

    public void Add(string what, string detail, double weight, TextSpan span)
    {
        if (weight > 0 && counted.Add(what))
        {
            remaining *= 1 - weight;
            strongest = weight > strongest.Weight ? (weight, span, detail) : strongest;
        }
    }

    public void Tell(string attribute, string detector, TextField field, ICollection<Signal> signals)
    {
        if (counted.Count > 0)
        {
            signals.Add(new(attribute, 1 - remaining, detector, field, strongest.Span, strongest.Detail));
        }
    }
}
