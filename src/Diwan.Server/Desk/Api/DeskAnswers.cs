using Diwan.Comments.Reviewing;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Desk.Api;

/// <summary>What came of a moderator's act, as HTTP.</summary>
internal static class DeskAnswers
{
    public static Task WriteAsync(HttpContext http, DecideResult result) => result switch
    {
        DecideResult.Done done => http.Response.WriteAsJsonAsync(
            new DecidedJson(done.CommentId, done.Status.ToString().ToLowerInvariant(), done.Version), DeskJson.Instance.DecidedJson, cancellationToken: http.RequestAborted),
        DecideResult.NotFound => Of(404, "comment_unknown", "There is no comment with this id.").WriteAsync(http),
        DecideResult.Stale stale => Of(409, "version_old", $"The comment has moved on: it is {stale.Status.ToString().ToLowerInvariant()} at version {stale.Version}. Nothing was overwritten.").WriteAsync(http),
        DecideResult.GuidelineUnknown => Field("guideline", "guideline_unknown", "A rejection cites a guideline of the policy in force; GET /guidelines lists them.").WriteAsync(http),
        DecideResult.Malformed malformed => Field(malformed.Field, "malformed", "Too long, ill-formed, or outside of the comment's text.").WriteAsync(http),
        DecideResult.NotAllowed notAllowed => Of(409, "transition_not_allowed", $"A comment that is {notAllowed.Status.ToString().ToLowerInvariant()} cannot be moved so.").WriteAsync(http),
        DecideResult.TooLate => Of(409, "undo_over", "A decision can be undone for ten minutes by who made it, or by an editor.").WriteAsync(http),
        _ => throw new InvalidOperationException($"No answer is known for {result.GetType().Name}."),
    };

    public static Problem Field(string field, string code, string detail) => new(422, code, detail, [new(field, code, detail)]);

    private static Problem Of(int status, string code, string detail) => new(status, code, detail);
}
