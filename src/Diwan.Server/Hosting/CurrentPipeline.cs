using Diwan.Comments.Judging;
using Diwan.Comments.Policies;
using Diwan.Comments.Stores;
using Diwan.Moderation;
using Diwan.Storage.Content;

namespace Diwan.Server.Hosting;

/// <summary>The pipeline in force: what ships with the program, under the policy that the store says is current.</summary>
public sealed class CurrentPipeline : IPipelineSource, IChangeListener
{
    private readonly IPolicyStore _policies;
    private volatile ModerationPipeline _current;

    private CurrentPipeline(IPolicyStore policies, ModerationPipeline current) => (_policies, _current) = (policies, current);

    /// <inheritdoc/>
    public ModerationPipeline Current => _current;

    /// <summary>Loads the pipeline; publishes the policy that ships with the program when the store has none.</summary>
    public static async Task<CurrentPipeline> LoadAsync(EngineContent content, IPolicyStore policies, TimeProvider clock, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await policies.CurrentAsync(ct) is null)
            await policies.PublishAsync(content.DefaultPolicy.Version, content.DefaultPolicyYaml, clock.GetUtcNow(), ct);

        var pipelines = new CurrentPipeline(policies, content.Compose(content.DefaultPolicy));
        await pipelines.RefreshAsync(ct);
        return pipelines;
    }

    /// <inheritdoc/>
    public async ValueTask OnChangeAsync(Change change, CancellationToken ct)
    {
        if (change is { Kind: ChangeKind.Policy }) await RefreshAsync(ct);
    }

    /// <inheritdoc/>
    public async ValueTask OnGapAsync(CancellationToken ct) => await RefreshAsync(ct);

    /// <summary>Takes up the policy that is current in the store now. One that cannot be read leaves the last good one in force.</summary>
    /// <returns>True when the policy in the store is the one in force.</returns>
    public async Task<bool> RefreshAsync(CancellationToken ct = default)
    {
        if (PolicyYaml.Read(await _policies.CurrentAsync(ct) ?? "") is not PolicyReading.Valid(var policy)) return false;
        if (policy.Version != _current.Policy.Version) _current = _current.WithPolicy(policy);
        return true;
    }
}
