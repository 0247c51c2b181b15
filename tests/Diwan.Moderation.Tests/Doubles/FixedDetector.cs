using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Tests.Doubles;

/// <summary>Measures the same on every submission.</summary>
internal sealed class FixedDetector(params Signal[] measured) : IDetector
{
    public string Name => "fixed";

    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        foreach (var signal in measured)
        {
            signals.Add(signal);
        }
    }
}
