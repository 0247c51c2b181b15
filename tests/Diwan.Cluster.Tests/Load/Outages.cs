using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Load;

/// <summary>Asks the databases all the time whether one of them takes writes, and keeps the spans in which none did.</summary>
internal sealed class Outages(Told told)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly List<(double From, double To)> _spans = [];
    private readonly Lock _turn = new();
    private double? _since;

    /// <summary>Seconds in which no database took writes, altogether.</summary>
    public double Seconds => Within(0, told.Now);

    /// <summary>Seconds of a span in which no database took writes.</summary>
    public double Within(double from, double to)
    {
        lock (_turn)
        {
            var spans = _since is { } since ? [.. _spans, (since, told.Now)] : _spans;
            return spans.Sum(span => Math.Max(0, Math.Min(span.To, to) - Math.Max(span.From, from)));
        }
    }

    /// <summary>Asks until cancelled.</summary>
    public async Task WatchAsync(Site site, CancellationToken ct)
    {
        var answered = told.Now;
        while (!ct.IsCancellationRequested)
        {
            var asked = told.Now;
            var isThere = await site.Primary.AskAsync("SELECT pg_is_in_recovery()") is false;
            lock (_turn)
            {
                if (isThere)
                {
                    // It may have been away from just after the last answer to just before this one was asked for.
                    if (_since is { } since) _spans.Add((since, told.Now));
                    _since = null;
                    answered = asked;
                }
                else
                {
                    _since ??= answered;
                }
            }

            await Task.Delay(Between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
