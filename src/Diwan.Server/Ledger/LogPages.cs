using System.Text.Json;
using Diwan.Comments.Judging;
using Diwan.Comments.Reviewing;
using Diwan.Server.Pages;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Diwan.Server.Public;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Ledger;

/// <summary>The moderation log as a page and as JSON, and the page that checks receipts.</summary>
internal sealed class LogPages(KeptLog log, IPipelineSource pipelines, PageRenderer renderer, WordBook book, PageOptions options)
{
    public async Task LogAsync(HttpContext http)
    {
        var (counted, at) = await log.ReadAsync();
        await RenderAsync<LogPage>(http, "/log", "log.title", ("Log", counted), ("At", at), ("Policy", pipelines.Current.Policy));
    }

    public Task VerifyAsync(HttpContext http) => RenderAsync<VerifyPage>(http, "/verify", "verify.title");

    public async Task LogJsonAsync(HttpContext http)
    {
        var (counted, at) = await log.ReadAsync();
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.ContentType = PublicJson.ContentType;
        var shape = new LogShape(
            counted.LedgerSize, at, counted.Received,
            [.. counted.Decisions.Select(row => new LogCountShape(row.Month, row.Outcome.ToString().ToLowerInvariant(), NameOf(row.DecidedBy), row.Guideline, row.Count))],
            new(counted.Appeals, counted.Upheld, counted.Overturned), counted.MedianWait is { } wait ? Math.Round(wait.TotalMinutes, 1) : null);
        await JsonSerializer.SerializeAsync(http.Response.Body, shape, LogJson.Instance.LogShape, http.RequestAborted);
    }

    /// <summary>Who decided, as interfaces name it.</summary>
    public static string NameOf(DecidedBy by) => by switch
    {
        DecidedBy.Moderator => "person",
        DecidedBy.Rule => "rule",
        DecidedBy.Author => "author",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Nobody decides so."),
    };

    private async Task RenderAsync<TPage>(HttpContext http, string path, string title, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var words = book.In(Reader.Language(http));
        var all = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        all["Frame"] = new Frame(words, options.SiteName, words[title]) { LanguagePath = path };
        http.Response.Headers.CacheControl = "private, max-age=0";
        http.Response.ContentType = Answer.Html;
        await http.Response.WriteAsync(await renderer.RenderAsync<TPage>(all), http.RequestAborted);
    }
}
