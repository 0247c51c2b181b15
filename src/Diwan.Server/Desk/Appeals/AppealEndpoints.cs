using Diwan.Comments.Reviewing;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Diwan.Server.Desk.Appeals;

/// <summary>Appeals at the desk in a browser: plain forms, so that they work without a script.</summary>
internal static class AppealEndpoints
{
    public static void MapAppeals(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/desk/appeals").RequireAuthorization(Access.Desk);
        desk.MapGet("", (HttpContext http, DeskPages pages, string? notice) => pages.AppealsAsync(http, notice));
        desk.MapPost("/{id}", DecideAsync);
    }

    private static async Task<IResult> DecideAsync(string id, [FromForm] string? outcome, [FromForm] string? reason, DecideAppeal decide, HttpContext http)
    {
        if (outcome is not ("overturn" or "uphold")) return Results.LocalRedirect("/desk/appeals");
        return await decide.RunAsync(id, outcome == "overturn", reason, http.User.AccountId(), http.RequestAborted) switch
        {
            DecideAppealResult.Done => Results.LocalRedirect("/desk/appeals"),
            DecideAppealResult.ReasonMalformed => Results.LocalRedirect("/desk/appeals?notice=reason"),
            DecideAppealResult.SamePerson => Results.LocalRedirect("/desk/appeals?notice=yours"),
            _ => Results.LocalRedirect("/desk/appeals?notice=closed"),
        };
    }
}
