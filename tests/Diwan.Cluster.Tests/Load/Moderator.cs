using System.Collections.Concurrent;

namespace Diwan.Cluster.Tests.Load;

/// <summary>A moderator who decides on one comment after the other: three of four are approved.</summary>
internal static class Moderator
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(40);

    /// <summary>Decides until cancelled.</summary>
    public static async Task DecideAsync(Talk site, ConcurrentQueue<string> waiting, Told told, CancellationToken ct)
    {
        for (var number = 0; !ct.IsCancellationRequested; number++)
        {
            if (waiting.TryDequeue(out var id)) await SendAsync(site, id, number % 4 != 3, version: 1, told, ct);
            await Task.Delay(Between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends one decision until it is acknowledged, or refused because an earlier try was stored. True when it was acknowledged.</summary>
    /// <param name="site">The site.</param>
    /// <param name="id">The comment.</param>
    /// <param name="approves">Whether it is approved.</param>
    /// <param name="version">Version of the comment that was seen.</param>
    /// <param name="told">What was said.</param>
    /// <param name="ct">Ends the tries.</param>
    public static async Task<bool> SendAsync(Talk site, string id, bool approves, int version, Told told, CancellationToken ct)
    {
        object decision = approves ? new { outcome = "approve", version } : new { outcome = "reject", guideline = "vulgarity", version };
        for (var isFirst = true; ; isFirst = false)
        {
            var sent = told.Now;
            var answer = await site.PostAsync($"/api/v1/desk/comments/{id}/decisions", decision, CancellationToken.None);
            switch (answer)
            {
                case (200, _):
                    told.Decided[id] = (approves ? "approved" : "rejected", version + 1);
                    told.Uncertain.TryRemove(id, out _);
                    told.Written(sent);
                    return true;
                case (409, _) when !isFirst:
                    // An earlier try was stored though nobody heard it.
                    return false;
                case ( < 500, _):
                    told.Wrong.Enqueue($"a decision was answered with {answer.Value.Status}");
                    return false;
            }

            told.Uncertain[id] = true;
            if (ct.IsCancellationRequested) return false;
            await Task.Delay(Between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
