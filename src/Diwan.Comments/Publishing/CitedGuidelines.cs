using Diwan.Comments.Judging;
using Diwan.Comments.Policies;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Moderation.Policy;

namespace Diwan.Comments.Publishing;

/// <summary>Finds the guideline a decision cites, in the words it had when the decision was made.</summary>
public sealed class CitedGuidelines(IPolicyStore policies, IPipelineSource pipelines)
{
    /// <summary>The guideline; null when the decision cites none.</summary>
    public async Task<Guideline?> FindAsync(Decision decision, CancellationToken ct = default)
    {
        if (decision.Guideline is not { } code) return null;
        var current = pipelines.Current.Policy;
        if (decision.PolicyVersion != current.Version
            && await policies.FindAsync(decision.PolicyVersion, ct) is { } yaml
            && PolicyYaml.Read(yaml) is PolicyReading.Valid(var then))
            return then.Find(code);
        return current.Find(code);
    }
}
