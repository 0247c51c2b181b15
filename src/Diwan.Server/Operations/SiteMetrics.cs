using System.Diagnostics.Metrics;
using Diwan.Server.Pages.Rendering;
using Diwan.Storage;

namespace Diwan.Server.Operations;

/// <summary>What the service counts of itself, for <c>/metrics</c>. Read when asked for: counting costs a request nothing.</summary>
internal sealed class SiteMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Diwan.Server";

    private readonly Meter _meter = new(Name);

    /// <summary>Watches the page cache and the writer.</summary>
    public SiteMetrics(PageCache pages, SiteStore store)
    {
        _meter.CreateObservableCounter("diwan.pages.asked", () => pages.Asked, "{answer}", "Pages and answers asked of the page cache");
        _meter.CreateObservableCounter("diwan.pages.made", () => pages.Made, "{answer}", "Pages and answers that were not kept and had to be made");
        _meter.CreateObservableGauge("diwan.pages.kept", () => pages.Bytes, "By", "Size of the pages and answers that are kept");
        _meter.CreateObservableGauge("diwan.writes.waiting", () => store.Writes.Waiting, "{write}", "Writes that wait for the disk");
        _meter.CreateObservableCounter("diwan.writes.done", () => store.Writes.Done, "{write}", "Writes that are on disk");
        _meter.CreateObservableCounter("diwan.writes.commits", () => store.Writes.Commits, "{commit}", "Commits: one flush of the disk each");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
