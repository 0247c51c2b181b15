using Diwan.Moderation.Policy;

namespace Diwan.Moderation;

/// <summary>The whole flow: fold, measure, decide. Composed once, immutable, shared by all requests.</summary>
public sealed class ModerationPipeline
{
    /// <summary>Judges one submission. Never throws for any text.</summary>
    public static Judgement Judge(Submission submission) => throw new NotSupportedException();

    /// <summary>The policy in force.</summary>
    public static ModerationPolicy Policy => throw new NotSupportedException();
}
