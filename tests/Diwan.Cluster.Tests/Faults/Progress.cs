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

    /// <summary>Until a write that came after a moment is acknowledged; the seconds that took.</summary>
    public static async Task<double> WriteAfterAsync(Told told, double moment)
    {
        await Until.TrueAsync(() => Task.FromResult(told.LastWrite > moment), "writes are served again", Most);
        return told.LastWrite - moment;
    }
}
