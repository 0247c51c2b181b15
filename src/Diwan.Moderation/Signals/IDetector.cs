namespace Diwan.Moderation.Signals;

/// <summary>Code that measures one thing about a submission. Built once, shared by all requests, immutable.</summary>
/// <remarks>A detector holds no thresholds and decides nothing. One that throws becomes an
/// <see cref="Attributes.Unavailable"/> signal in the pipeline, and the comment is held for a person.</remarks>
public interface IDetector
{
    /// <summary>Stable name, stored with decisions.</summary>
    string Name { get; }

    /// <summary>Adds what it found about <paramref name="subject"/> to <paramref name="signals"/>.</summary>
    /// <remarks>The subject is read and not kept: its text may be borrowed (<see cref="Text.BorrowedText"/>).</remarks>
    void Detect(DetectionSubject subject, ICollection<Signal> signals);
}
