using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Moderation.Text;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diwan.Server.Desk.Api;

/// <summary>The desk for programs: the same acts as the pages, by bearer token.</summary>
internal static class DeskApi
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    public static void MapDeskApi(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/api/v1/desk").RequireAuthorization(Access.DeskApi).WithTags("desk");
        desk.MapGet("/queue", QueueAsync);
        desk.MapGet("/comments/{id}", FindAsync);
        desk.MapPost("/comments/{id}/decisions", DecideAsync).DisableAntiforgery();
        desk.MapPost("/comments/{id}/undo", UndoAsync).DisableAntiforgery();
        desk.MapPost("/comments/{id}/reports/dismiss", DismissAsync).DisableAntiforgery();
        desk.MapPost("/articles/{id}/thread", SetThreadAsync).DisableAntiforgery();
    }

    private static async Task QueueAsync(HttpContext http, ReadQueue queue, string? state, string? order, string? after, string? limit, string? article)
    {
        if (KindOf(state) is not { } kind)
        {
            await DeskAnswers.Field("state", "state_unknown", "pending, reported, approved or rejected.").WriteAsync(http);
            return;
        }

        if (OrderOf(order) is not { } sort)
        {
            await DeskAnswers.Field("order", "order_unknown", "oldest, newest or risk.").WriteAsync(http);
            return;
        }

        var count = DefaultLimit;
        if (limit is not null && (!int.TryParse(limit, out count) || count is < 1 or > MaxLimit))
        {
            await DeskAnswers.Field("limit", "limit_invalid", $"1 to {MaxLimit}.").WriteAsync(http);
            return;
        }

        try
        {
            var page = await queue.RunAsync(new(kind, sort, after, count, article), http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.WriteAsJsonAsync(
                new QueueJson([.. page.Cards.Select(QueueItems.Of)], page.Next), DeskJson.Instance.QueueJson, cancellationToken: http.RequestAborted);
        }
        catch (CursorException exception)
        {
            await DeskAnswers.Field("after", "cursor_unknown", exception.Message).WriteAsync(http);
        }
    }

    private static async Task FindAsync(HttpContext http, string id, ReadQueue queue)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await queue.FindAsync(id, http.RequestAborted) is { } card)
            await http.Response.WriteAsJsonAsync(QueueItems.Of(card), DeskJson.Instance.QueueItemJson, cancellationToken: http.RequestAborted);
        else
            await DeskAnswers.WriteAsync(http, new DecideResult.NotFound());
    }

    private static async Task DecideAsync(HttpContext http, string id, DecideComment decide)
    {
        if (await ReadAsync(http, DeskJson.Instance.DecisionRequestJson) is not { } request) return;
        if (request.Outcome is not ("approve" or "reject"))
        {
            await DeskAnswers.Field("outcome", "outcome_unknown", "approve or reject.").WriteAsync(http);
            return;
        }

        if (request.Version is not { } version)
        {
            await DeskAnswers.Field("version", "version_missing", "The version of the comment that was looked at.").WriteAsync(http);
            return;
        }

        var spans = request.Spans?.Select(span => new TextSpan(span.Start, span.End)).ToList();
        await DeskAnswers.WriteAsync(http, await decide.RunAsync(
            new(id, request.Outcome == "approve", request.Guideline, version, http.User.AccountId(), request.Note, spans), http.RequestAborted));
    }

    private static async Task UndoAsync(HttpContext http, string id, UndoDecision undo)
    {
        if (await ReadAsync(http, DeskJson.Instance.UndoRequestJson) is not { } request) return;
        if (request.Version is not { } version)
        {
            await DeskAnswers.Field("version", "version_missing", "The version that the decision led to.").WriteAsync(http);
            return;
        }

        await DeskAnswers.WriteAsync(http, await undo.RunAsync(id, version, http.User.AccountId(), http.User.IsEditor(), http.RequestAborted));
    }

    private static async Task DismissAsync(HttpContext http, string id, IDeskStore desk, TimeProvider clock)
    {
        var dismissed = await desk.DismissReportsAsync(id, http.User.AccountId(), clock.GetUtcNow(), http.RequestAborted);
        await http.Response.WriteAsJsonAsync(new DismissedJson(dismissed), DeskJson.Instance.DismissedJson, cancellationToken: http.RequestAborted);
    }

    private static async Task SetThreadAsync(HttpContext http, string id, IArticleStore articles)
    {
        if (!http.User.IsEditor())
        {
            await new Problem(403, "forbidden", "Editors and admins close threads.").WriteAsync(http);
            return;
        }

        if (await ReadAsync(http, DeskJson.Instance.ThreadRequestJson) is not { } request) return;
        if (request.Closed is not { } closed)
            await DeskAnswers.Field("closed", "closed_missing", "true or false.").WriteAsync(http);
        else if (await articles.FindAsync(id, http.RequestAborted) is not { } article)
            await new Problem(404, "article_unknown", "There is no such article.").WriteAsync(http);
        else
        {
            await articles.SetThreadClosedAsync(article.Id, closed, http.RequestAborted);
            http.Response.StatusCode = 204;
        }
    }

    // Null after the problem has been answered: a body that is no JSON, or of other types.
    internal static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted) is { } body) return body;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            // Ill-formed JSON, a wrong type, or ill-formed Unicode in a string: answered below.
        }

        await new Problem(400, "json_malformed", "The body is not the JSON that this call takes; see /openapi/v1.json.").WriteAsync(http);
        return null;
    }

    private static QueueKind? KindOf(string? state) => state switch
    {
        null or "pending" => QueueKind.Pending,
        "reported" => QueueKind.Reported,
        "approved" => QueueKind.Approved,
        "rejected" => QueueKind.Rejected,
        _ => null,
    };

    private static QueueOrder? OrderOf(string? order) => order switch
    {
        null or "oldest" => QueueOrder.Oldest,
        "newest" => QueueOrder.Newest,
        "risk" => QueueOrder.Risk,
        _ => null,
    };
}
