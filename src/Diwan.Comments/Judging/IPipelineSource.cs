using Diwan.Moderation;

namespace Diwan.Comments.Judging;

/// <summary>Gives the pipeline in force; it changes only when a policy is published.</summary>
public interface IPipelineSource
{
    /// <summary>The pipeline to judge the next submission by.</summary>
    ModerationPipeline Current { get; }
}
