using System.CommandLine;
using Diwan.Comments.Articles;
using Diwan.Interchange.Pages;
using Diwan.Storage;
using Diwan.Storage.Content;
using Spectre.Console;

namespace Diwan.Commands;

/// <summary><c>diwan import articles</c>: pages from files, folders and addresses.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Brings in articles.\n\nExample: diwan import articles pages/ https://example.org/feed.xml") { Articles() };

    private static Command Articles()
    {
        var sources = new Argument<string[]>("PATH|URL")
        {
            Description = "Files, folders and addresses: text pages, HTML pages, feeds.",
            Arity = ArgumentArity.OneOrMore,
        };
        var own = new Option<bool>("--own") { Description = "They are the publisher's own: indexed, in sitemap and feed. Without it they are marked as copies." };
        var data = SiteOptions.Data();
        var command = new Command("articles", "Imports news pages; doing it twice changes nothing. A line per file says what was taken and what was not.\n\nExample: diwan import articles pages/") { sources, own, data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            var found = PageSources.Expand(parsed.GetValue(sources)!);
            var failed = await ReportAsync(RunAsync(store, found, parsed.GetValue(own), ct), found.Count);
            return found.Count > 0 && failed == found.Count ? throw new CommandException("none of the pages was taken; the reasons stand above") : CommandLine.Done;
        });
        return command;
    }

    /// <summary>Imports without a word; what the first start does with the sample site.</summary>
    public static async IAsyncEnumerable<ImportReport> RunAsync(
        SiteStore store, IReadOnlyList<string> sources, bool own, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var languages = EngineContent.ReadLanguages(SiteOptions.ContentFolder);
        using var import = new ImportArticle(store.Articles, TimeProvider.System);
        using var fetcher = new PageFetcher(TimeProvider.System);
        var importer = new PageImporter(import, store.Media, fetcher, new() { IsOwn = own, LanguageOf = text => languages.Identify(text).Code });
        await foreach (var report in importer.RunAsync(sources, ct)) yield return report;
    }

    private static async Task<int> ReportAsync(IAsyncEnumerable<ImportReport> reports, int count)
    {
        // A bar is for eyes; a file or pipe gets the lines alone.
        if (Console.IsOutputRedirected) return await PrintAsync(reports, () => { });
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask("importing", maxValue: Math.Max(count, 1));
            return await PrintAsync(reports, () => bar.Increment(1));
        });
    }

    private static async Task<int> PrintAsync(IAsyncEnumerable<ImportReport> reports, Action step)
    {
        var (articles, failed) = (0, 0);
        await foreach (var report in reports)
        {
            step();
            if (report.Problem is not null)
            {
                failed++;
                Print($"{report.Source}: not taken: {report.Problem}");
            }

            foreach (var taken in report.Taken)
            {
                articles++;
                Print($"{report.Source}: {taken.Outcome.ToString().ToLowerInvariant()}{(taken.IsPartial ? " (first lines)" : "")}: {taken.Headline} → /articles/{taken.Slug}");
            }

            foreach (var note in report.Notes) Print($"{report.Source}: {note}");
        }

        Print($"{articles} {(articles == 1 ? "article" : "articles")}, {failed} {(failed == 1 ? "page" : "pages")} not taken");
        return failed;
    }

    private static void Print(string line)
    {
        if (Console.IsOutputRedirected) Console.WriteLine(line);
        else AnsiConsole.WriteLine(line);
    }
}
