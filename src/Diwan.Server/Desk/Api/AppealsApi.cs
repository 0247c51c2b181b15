using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diwan.Server.Desk.Api;

/// <summary>Appeals and legal holds for programs: the same acts as the pages, by bearer token.</summary>
internal static class AppealsApi
{
    public static void MapAppealsApi(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/api/v1/desk").RequireAuthorization(Access.DeskApi).WithTags("desk");
        desk.MapGet("/appeals", ListAsync);
        desk.MapPost("/appeals/{id}/decision", DecideAsync).DisableAntiforgery();
        desk.MapPost("/comments/{id}/hold", HoldAsync).DisableAntiforgery();
    }

    private static async Task ListAsync(HttpContext http, ReadAppeals appeals)
    {
        http.Response.Headers.CacheControl = "no-store";
        var cards = await appeals.RunAsync(http.User.AccountId(), http.RequestAborted);
        await http.Response.WriteAsJsonAsync(new AppealsJson([.. cards.Select(Of)]), DeskJson.Instance.AppealsJson, cancellationToken: http.RequestAborted);
    }

    private static async Task DecideAsync(HttpContext http, string id, DecideAppeal decide)
    {
        if (await DeskApi.ReadAsync(http, DeskJson.Instance.AppealDecisionJson) is not { } request) return;
        if (request.Outcome is not ("overturn" or "uphold"))
        {
            await DeskAnswers.Field("outcome", "outcome_unknown", "overturn or uphold.").WriteAsync(http);
            return;
        }

        var result = await decide.RunAsync(id, request.Outcome == "overturn", request.Reason, http.User.AccountId(), http.RequestAborted);
        await (result switch
        {
            DecideAppealResult.Done { Appeal: var appeal } => http.Response.WriteAsJsonAsync(
                new AppealDecidedJson(appeal.Id, appeal.CommentId, appeal.Outcome!.IsOverturned ? "overturned" : "upheld", appeal.Outcome.IsSamePerson),
                DeskJson.Instance.AppealDecidedJson, cancellationToken: http.RequestAborted),
            DecideAppealResult.NotFound => new Problem(404, "appeal_unknown", "There is no appeal with this id.").WriteAsync(http),
            DecideAppealResult.Closed => new Problem(409, "appeal_closed", "The appeal has an outcome already, or its rejection no longer stands.").WriteAsync(http),
            DecideAppealResult.ReasonMalformed => DeskAnswers.Field("reason", "reason_malformed", $"The author reads the reason: 1 to {DecideAppeal.MaxReason} UTF-16 units.").WriteAsync(http),
            DecideAppealResult.SamePerson { From: { } from } => new Problem(
                403, "same_person", $"Who rejected may decide alone at the desk after {from.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.").WriteAsync(http),
            DecideAppealResult.SamePerson => new Problem(403, "same_person", "Who rejected a comment does not decide its appeal: somebody else must.").WriteAsync(http),
            _ => throw new InvalidOperationException($"No answer is known for {result.GetType().Name}."),
        });
    }

    private static async Task HoldAsync(HttpContext http, string id, IErasureStore erasures, ICommentStore comments, TimeProvider clock)
    {
        if (!http.User.IsEditor())
        {
            await new Problem(403, "forbidden", "Editors and admins begin and end legal holds.").WriteAsync(http);
            return;
        }

        if (await DeskApi.ReadAsync(http, DeskJson.Instance.HoldRequestJson) is not { } request) return;
        if (request.Held is not { } held)
            await DeskAnswers.Field("held", "held_missing", "true or false.").WriteAsync(http);
        else if (await comments.FindAsync(id, http.RequestAborted) is null)
            await DeskAnswers.WriteAsync(http, new DecideResult.NotFound());
        else
        {
            await erasures.SetHoldAsync(id, http.User.AccountId(), held, clock.GetUtcNow(), http.RequestAborted);
            http.Response.StatusCode = 204;
        }
    }

    private static AppealJson Of(AppealCard card) => new(
        card.Appeal.Id, card.Comment.Id, card.Comment.Author, card.Comment.Text, card.Rejection.Guideline!, card.RejectedBy, card.Appeal.Text, card.Appeal.At,
        !card.IsBarred, card.From);
}
