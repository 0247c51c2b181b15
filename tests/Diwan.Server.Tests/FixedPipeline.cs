using Diwan.Comments.Judging;
using Diwan.Moderation;

namespace Diwan.Server.Tests;

/// <summary>One pipeline for ever.</summary>
internal sealed class FixedPipeline(ModerationPipeline pipeline) : IPipelineSource
{
    public ModerationPipeline Current => pipeline;
}
