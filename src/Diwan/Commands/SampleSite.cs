using Diwan.Storage;

namespace Diwan.Commands;

/// <summary>The sample newspaper that a first start imports, so that there is something to see.</summary>
internal static class SampleSite
{
    /// <summary>Imports it into an empty store.</summary>
    public static async Task ImportAsync(SiteStore store, CancellationToken ct)
    {
        var pages = Interchange.Pages.PageSources.Expand([Path.Combine(SiteOptions.ContentFolder, "sample-site")]);
        await foreach (var report in ImportCommand.RunAsync(store, pages, own: false, ct))
        {
            if (report.Problem is not null) throw new CommandException($"the sample site is damaged: {report.Source}: {report.Problem}");
        }
    }
}
