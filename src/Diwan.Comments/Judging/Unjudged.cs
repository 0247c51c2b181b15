using Diwan.Moderation;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Text;

namespace Diwan.Comments.Judging;

/// <summary>The judgement of a comment that could not be judged: held for a person, and saying so. Never published unjudged, never lost.</summary>
public static class Unjudged
{
    /// <summary>Id of the rule that stands in the reason.</summary>
    public const string Rule = "judging-failed";

    /// <summary>A judgement that holds.</summary>
    /// <param name="policyVersion">The policy that should have been used.</param>
    public static Judgement Because(string policyVersion)
    {
        var signal = new Signal(Attributes.Unavailable, 1, "pipeline");
        var recommendation = new Recommendation(Outcome.Hold, [new(null, Rule, Outcome.Hold, signal)], Decides: false);
        return new(IdentifiedLanguage.Undetermined, [signal], recommendation, policyVersion, "none", Fingerprint: 0);
    }
}
