using Diwan.Comments.Judging;
using Diwan.Moderation;
using Diwan.Moderation.Text;
using Diwan.Storage.Content;

namespace Diwan.Storage.Tests;

/// <summary>The policy that ships, in force without any detector.</summary>
internal sealed class ShippedPolicy : IPipelineSource
{
    public ModerationPipeline Current { get; } = new(EngineContent.ReadPolicy(ShippedData.Folder).Policy, [], "none", new NoLanguage());

    private sealed class NoLanguage : ILanguageIdentifier
    {
        public IdentifiedLanguage Identify(string text) => new("und", "Zyyy", 0);
    }
}
