using Diwan.Moderation.Signals;

namespace Diwan.Storage.Content;

/// <summary>Stands where the classifier's model is missing: says so of every comment, so that each is held for a person.</summary>
internal sealed class MissingClassifier : IDetector
{
    /// <inheritdoc/>
    public string Name => "classifier";

    /// <inheritdoc/>
    public void Detect(DetectionSubject subject, ICollection<Signal> signals) =>
        signals.Add(new(Attributes.Unavailable, 1, Name, Detail: "no model"));
}
