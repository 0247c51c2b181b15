namespace Diwan.Cluster.Tests.Load;

/// <summary>A reader who opens pages and threads through the proxy and notes when one does not come.</summary>
internal static class Readers
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    /// <summary>Reads until cancelled.</summary>
    public static async Task ReadAsync(Talk site, IReadOnlyList<string> articles, int seed, Told told, CancellationToken ct)
    {
        var random = new Random(seed);
        while (!ct.IsCancellationRequested)
        {
            var article = articles[random.Next(articles.Count)];
            var answer = await site.GetAsync(random.Next(3) == 0 ? $"/api/v1/articles/{article}/comments" : $"/articles/{article}", CancellationToken.None);
            if (answer is (200, _)) told.Read();
            else if (answer is ( < 500, _)) told.Wrong.Enqueue($"{article} was answered with {answer.Value.Status}");
            else told.Missed();
            await Task.Delay(Between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
