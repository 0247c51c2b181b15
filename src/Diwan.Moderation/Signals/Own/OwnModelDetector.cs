namespace Diwan.Moderation.Signals.Own;

/// <summary>Puts a publisher's own model among the detectors, beside ours or in its place.</summary>
/// <remarks>Its signals bear the classifier's name, so that the policy's rules about the classifier hold for both; their detail says whose they are.</remarks>
public sealed class OwnModelDetector(IOwnModel own, IDetector ours) : IDetector
{
    /// <inheritdoc/>
    public string Name => ours.Name;

    /// <inheritdoc/>
    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        var asked = own.Speaks(subject.Language);
        // Ours first: what it measured stays when the other cannot be run.
        if (!asked || !own.InPlaceOfOurs)
        {
            ours.Detect(subject, signals);
        }

        if (!asked)
        {
            return;
        }

        foreach (var (attribute, score) in own.Score(subject.Text))
        {
            signals.Add(new Signal(attribute, score, Name, TextField.Text, null, own.Version));
        }
    }
}
