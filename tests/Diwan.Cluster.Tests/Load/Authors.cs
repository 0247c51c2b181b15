namespace Diwan.Cluster.Tests.Load;

/// <summary>An author who writes comment after comment, each with a key of its own, and sends the same again with the same key until somebody says it is received.</summary>
internal static class Authors
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(150);

    /// <summary>Writes until cancelled; what was begun is sent once more at most then.</summary>
    public static async Task WriteAsync(Talk site, string article, Told told, Action<string> onTaken, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (await SendAsync(site, article, told, ct) is { } id) onTaken(id);
            await Task.Delay(Between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends one comment until it is acknowledged; its id, or null when that was not to be.</summary>
    public static async Task<string?> SendAsync(Talk site, string article, Told told, CancellationToken ct)
    {
        var (key, text) = (Guid.NewGuid().ToString("N"), $"The bridge should come before the winter, says {Guid.NewGuid():N}.");
        told.Sent[text] = true;
        while (true)
        {
            var sent = told.Now;
            // Not cancelled in the middle: what the server has said has to be heard.
            var answer = await site.PostAsync($"/api/v1/articles/{article}/comments", new { author = "Azad", text, idempotencyKey = key }, CancellationToken.None);
            if (answer is (202, var body))
            {
                var id = body.GetProperty("id").GetString()!;
                if (!told.Comments.TryAdd(id, text)) told.Wrong.Enqueue($"the id {id} was given twice");
                told.Written(sent);
                return id;
            }

            if (answer is ( < 500, _)) told.Wrong.Enqueue($"a comment was answered with {answer.Value.Status}");
            if (ct.IsCancellationRequested) return null;
            await Task.Delay(BeforeAgain, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
