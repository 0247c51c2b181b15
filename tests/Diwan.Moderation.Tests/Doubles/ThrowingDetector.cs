using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Tests.Doubles;

/// <summary>Adds one signal, then fails.</summary>
internal sealed class ThrowingDetector : IDetector
{
    public string Name => "throwing";

    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        signals.Add(new(Attributes.Insult, 0.2, Name));
        throw new InvalidOperationException(subject.Text.Original);
    }
}
