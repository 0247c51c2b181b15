using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Machines;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>Waits until the load has got on, so that a fault lasts for so much work and not for so much time.</summary>
internal static class Progress
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(90);

    /// <summary>Until this many more comments are acknowledged.</summary>
    public static Task CommentsAsync(Told told, int more)
    {
        var until = told.Comments.Count + more;
        return Until.TrueAsync(() => Task.FromResult(told.Comments.Count >= until), $"{more} more comments are acknowledged", Most);
    }

    /// <summary>Until a write that was sent after a moment is acknowledged; the seconds since that moment.</summary>
    /// <param name="told">What was said.</param>
    /// <param name="moment">In seconds since the beginning.</param>
    /// <param name="helpAsync">What somebody does meanwhile, again and again; null for nothing.</param>
    public static async Task<double> WriteAfterAsync(Told told, double moment, Func<Task>? helpAsync = null)
    {
        await Until.TrueAsync(
            async () =>
            {
                if (helpAsync is not null) await helpAsync();
                return told.LastSent > moment;
            },
            "writes are served again", Most);
        return told.Now - moment;
    }
}
