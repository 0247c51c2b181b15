using Diwan.Comments.Judging;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Server.Desk.Cards;
using Diwan.Server.Desk.Views;
using Diwan.Server.Hosting;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Desk;

/// <summary>Renders the desk's pages: loads what a page shows, never caches, never decides.</summary>
internal sealed class DeskPages(
    PageRenderer renderer, WordBook book, IAntiforgery antiforgery, IAccountStore accounts, IDeskStore desk,
    ICommentStore comments, IArticleStore articles, ReadAppeals appeals, IPipelineSource pipelines, ServeOptions options, TimeProvider clock)
{
    private const string LanguageCookie = "diwan-desk-language";

    public Task<IResult> SignInAsync(HttpContext http, SignInAttempt attempt) =>
        RenderAsync<SignInPage>(http, attempt.Failed ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK, ("Attempt", attempt));

    public Task<IResult> LinkAsync(HttpContext http, string? secret) =>
        RenderAsync<LinkPage>(http, secret is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK, ("Secret", secret));

    public Task<IResult> DeniedAsync(HttpContext http) => RenderAsync<DeniedPage>(http, StatusCodes.Status403Forbidden);

    public Task<IResult> AccountAsync(HttpContext http, bool problem) =>
        RenderAsync<AccountPage>(http, problem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, ("Problem", problem));

    public async Task<IResult> CardAsync(HttpContext http, QueueKind queue, QueueOrder order, CardInQueue found, string? done, string? notice)
    {
        var view = new CardView(queue, order, found, pipelines.Current.Policy, http.User.IsEditor(), clock.GetUtcNow())
        {
            HeldBy = await NameAsync(found.HeldBy, http),
            Notice = notice,
            Done = done is null ? null : await LastDecisionAsync(done, http),
            DecidedBy = found.Card is { Decisions: [.., { AccountId: { } decider }] } ? await NameAsync(decider, http) : null,
        };
        return await RenderAsync<Views.CardPage>(http, StatusCodes.Status200OK, ("View", view));
    }

    public async Task<IResult> RecentAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        var approved = await desk.QueueAsync(new(QueueKind.Approved, QueueOrder.Newest), ct);
        var rejected = await desk.QueueAsync(new(QueueKind.Rejected, QueueOrder.Newest), ct);
        var rows = new List<RecentRow>();
        foreach (var comment in approved.Comments.Concat(rejected.Comments))
        {
            rows.Add(await RowAsync(comment, http));
        }

        return await RenderAsync<RecentPage>(http, StatusCodes.Status200OK,
            ("Rows", rows.OrderByDescending(row => row.Last.At).Take(50).ToList()), ("Policy", pipelines.Current.Policy));
    }

    public async Task<IResult> AppealsAsync(HttpContext http, string? notice)
    {
        var cards = await appeals.RunAsync(http.User.AccountId(), http.RequestAborted);
        return await RenderAsync<AppealsPage>(http, StatusCodes.Status200OK, ("Cards", cards), ("Notice", notice));
    }

    private async Task<RecentRow?> LastDecisionAsync(string commentId, HttpContext http) =>
        await comments.FindAsync(commentId, http.RequestAborted) is { } comment ? await RowAsync(comment, http) : null;

    private async Task<RecentRow> RowAsync(Comments.Submitting.Comment comment, HttpContext http)
    {
        var last = (await comments.DecisionsAsync(comment.Id, http.RequestAborted))[^1];
        var article = await articles.FindAsync(comment.ArticleId, http.RequestAborted);
        var canUndo = last.DecidedBy is DecidedBy.Moderator && clock.GetUtcNow() - last.At <= UndoDecision.Window
            && (last.AccountId == http.User.AccountId() || http.User.IsEditor());
        return new(comment, last, await NameAsync(last.AccountId, http), article!, canUndo);
    }

    private async Task<string?> NameAsync(string? accountId, HttpContext http) =>
        accountId is null ? null : (await accounts.FindAsync(accountId, http.RequestAborted))?.Name;

    private async Task<IResult> RenderAsync<TPage>(HttpContext http, int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var words = book.In(Reader.Language(http, LanguageCookie));
        var signedIn = http.User.Identity?.IsAuthenticated is true;
        var frame = new DeskFrame(
            words, options.SiteName, antiforgery.GetAndStoreTokens(http),
            signedIn ? http.User.Identity!.Name : null, signedIn ? await desk.CountsAsync(http.RequestAborted) : null, http.Request.Path + http.Request.QueryString);
        var all = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        all["Frame"] = frame;
        var html = await renderer.RenderAsync<TPage>(all);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Text(html, "text/html; charset=utf-8", statusCode: status);
    }
}

/// <summary>What every desk page shows around its content.</summary>
/// <param name="Words">In the moderator's language.</param>
/// <param name="SiteName">Name of the publication.</param>
/// <param name="Token">The form token every form carries.</param>
/// <param name="Account">Who is signed in; null when nobody is.</param>
/// <param name="Counts">How many comments wait; null when nobody is signed in.</param>
/// <param name="Here">Path and query of this page.</param>
public sealed record DeskFrame(Words Words, string SiteName, AntiforgeryTokenSet Token, string? Account, QueueCounts? Counts, string Here);

/// <summary>A try at signing in with a password.</summary>
public sealed record SignInAttempt(string? Name = null, string? To = null, bool Failed = false, bool IsLockedOut = false);

/// <summary>A decided comment in a list.</summary>
public sealed record RecentRow(Comments.Submitting.Comment Comment, Decision Last, string? By, Comments.Articles.Article Article, bool CanUndo);
