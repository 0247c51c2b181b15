using System.Globalization;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Moderation.Text;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Diwan.Server.Desk.Cards;

/// <summary>The desk in a browser: one card at a time, every act a plain form, so that it works without a script.</summary>
internal static class CardEndpoints
{
    public static void MapCards(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/desk").RequireAuthorization(Access.Desk);
        desk.MapGet("", ShowAsync);
        desk.MapGet("/recent", (DeskPages pages, HttpContext http) => pages.RecentAsync(http));
        desk.MapPost("/decide", DecideAsync);
        desk.MapPost("/undo", UndoAsync);
        desk.MapPost("/dismiss", DismissAsync);
        desk.MapPost("/thread", SetThreadAsync).RequireAuthorization(Access.DeskEditor);
    }

    private static async Task<IResult> ShowAsync(string? queue, string? order, string? at, string? done, string? notice, NextCard next, DeskPages pages, HttpContext http)
    {
        var kind = QueueOf(queue);
        var found = await next.FindAsync(kind, OrderOf(order), string.IsNullOrEmpty(at) ? null : at, http.User.AccountId(), http.RequestAborted);
        return await pages.CardAsync(http, kind, OrderOf(order), found, done, notice);
    }

    private static async Task<IResult> DecideAsync(
        [FromForm] string id, [FromForm] int version, [FromForm] string outcome, [FromForm] string? guideline, [FromForm] string? note,
        [FromForm] string? spans, [FromForm] string? queue, [FromForm] string? order, [FromForm] string? next,
        DecideComment decide, HttpContext http)
    {
        var request = new DecideRequest(id, outcome == "approve", guideline, version, http.User.AccountId(), note, SpansOf(spans));
        return await decide.RunAsync(request, http.RequestAborted) switch
        {
            DecideResult.Done => To(queue, order, next, done: id),
            DecideResult.Stale => To(queue, order, id, notice: "stale"),
            DecideResult.GuidelineUnknown => To(queue, order, id, notice: "guideline"),
            _ => To(queue, order, id, notice: "refused"),
        };
    }

    private static async Task<IResult> UndoAsync(
        [FromForm] string id, [FromForm] int version, [FromForm] string? order, UndoDecision undo, HttpContext http) =>
        await undo.RunAsync(id, version, http.User.AccountId(), http.User.IsEditor(), http.RequestAborted) switch
        {
            DecideResult.Done => To("pending", order, id, notice: "reopened"),
            _ => To("pending", order, id, notice: "stale"),
        };

    private static async Task<IResult> DismissAsync(
        [FromForm] string id, [FromForm] string? order, [FromForm] string? next, IDeskStore desk, TimeProvider clock, HttpContext http)
    {
        await desk.DismissReportsAsync(id, http.User.AccountId(), clock.GetUtcNow(), http.RequestAborted);
        return To("reported", order, next, notice: "dismissed");
    }

    private static async Task<IResult> SetThreadAsync(
        [FromForm] string article, [FromForm] bool closed, [FromForm] string id, [FromForm] string? queue, [FromForm] string? order,
        IArticleStore articles, HttpContext http)
    {
        await articles.SetThreadClosedAsync(article, closed, http.RequestAborted);
        return To(queue, order, id);
    }

    internal static QueueKind QueueOf(string? name) => name is "reported" ? QueueKind.Reported : QueueKind.Pending;

    internal static QueueOrder OrderOf(string? name) => name switch
    {
        "newest" => QueueOrder.Newest,
        "risk" => QueueOrder.Risk,
        _ => QueueOrder.Oldest,
    };

    // "3-9,12-20": what the moderator marked with the mouse. Anything else is no marking.
    private static List<TextSpan>? SpansOf(string? spans)
    {
        if (string.IsNullOrEmpty(spans)) return null;
        var found = new List<TextSpan>();
        foreach (var part in spans.Split(','))
        {
            if (part.Split('-') is not [var start, var end]
                || !int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                || !int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to)) return null;
            found.Add(new(from, to));
        }

        return found;
    }

    private static IResult To(string? queue, string? order, string? at, string? done = null, string? notice = null)
    {
        var query = QueryString.Create("queue", QueueOf(queue).ToString().ToLowerInvariant())
            .Add("order", OrderOf(order).ToString().ToLowerInvariant());
        if (!string.IsNullOrEmpty(at)) query = query.Add("at", at);
        if (done is not null) query = query.Add("done", done);
        if (notice is not null) query = query.Add("notice", notice);
        return Results.LocalRedirect("/desk" + query);
    }
}
