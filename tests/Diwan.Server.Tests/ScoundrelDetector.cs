using Diwan.Moderation.Signals;
using Diwan.Moderation.Text;

namespace Diwan.Server.Tests;

/// <summary>Finds one mild word, as a lexicon would.</summary>
internal sealed class ScoundrelDetector : IDetector
{
    public const string Word = "scoundrel";

    public string Name => "lexicon";

    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        var start = subject.Submission.Text.IndexOf(Word, StringComparison.Ordinal);
        if (start >= 0) signals.Add(new(Attributes.Insult, 0.9, Name, TextField.Text, new TextSpan(start, start + Word.Length)));
    }
}
