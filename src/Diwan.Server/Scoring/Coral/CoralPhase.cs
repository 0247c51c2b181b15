using System.Text;
using System.Text.Json.Nodes;
using Diwan.Comments.Articles;
using Diwan.Comments.Judging;
using Diwan.Comments.Stores;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Server.Hosting;
using Diwan.Server.Scoring.Wire;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Scoring.Coral;

/// <summary>Diwan's policy as a moderation phase of a Coral site: a signed request comes in, a status with flags goes out. Nothing is stored.</summary>
internal sealed class CoralPhase(IPipelineSource pipelines, IArticleStore articles, ScoringSettings settings)
{
    private const string Toxic = "COMMENT_DETECTED_TOXIC", Spam = "COMMENT_DETECTED_SPAM";

    private static readonly string[] SpamAttributes = [Attributes.Spam, Attributes.CommercialPromotion, Attributes.PersonalPromotion, Attributes.Repetition, Attributes.Contact];

    public async Task JudgeAsync(HttpContext http)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var body = bytes.ToArray();
        if (!CoralSignature.IsGood(http.Request.Headers[CoralSignature.Header], body, settings.CoralSigningSecrets))
        {
            await new Problem(
                StatusCodes.Status401Unauthorized, "signature_invalid",
                $"The signature in {CoralSignature.Header} is missing or was made with a secret that coralSigningSecrets in {ScoringSettings.FileName} does not hold.").WriteAsync(http);
            return;
        }

        if (TextOf(body) is not { } request)
        {
            await new Problem(StatusCodes.Status400BadRequest, "json_malformed", "The body is no moderation request: comment.body is missing.").WriteAsync(http);
            return;
        }

        // The publisher's own people are not judged, as Coral does not judge them either.
        if (request.Role is "STAFF" or "MODERATOR" or "ADMIN")
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var article = ArticleUrl.Normalize(request.Story ?? "") is { } address ? await articles.FindByUrlAsync(address, http.RequestAborted) : null;
        var judgement = pipelines.Current.Judge(new() { Text = request.Text, Article = article is null ? null : ArticleText.ContextOf(article) });
        if (AnswerTo(judgement.Recommendation) is not { } answer)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
    }

    // What the policy leaves to a person goes to Coral's queue; only what it lets software reject is rejected there.
    private static JsonObject? AnswerTo(Recommendation recommendation)
    {
        if (recommendation.Outcome is Outcome.Approve) return null;
        var status = recommendation is { Outcome: Outcome.Reject, Decides: true } ? "REJECTED" : "SYSTEM_WITHHELD";
        var flags = recommendation.Reasons.Where(reason => reason.Signal.Attribute is not Attributes.Unavailable).Select(reason => SpamAttributes.Contains(reason.Signal.Attribute) ? Spam : Toxic)
            .Distinct().Select(flag => (JsonNode)new JsonObject { ["actionType"] = "FLAG", ["reason"] = flag });
        return new() { ["status"] = status, ["actions"] = new JsonArray([.. flags]) };
    }

    private static (string Text, string? Role, string? Story)? TextOf(byte[] body)
    {
        try
        {
            var request = Message.Of(RelaxedJson.Read(Encoding.UTF8.GetString(body)));
            var text = request.Child("comment")?.Text("body");
            return text is null ? null : (text, request.Child("author")?.Text("role"), request.Child("story")?.Text("url"));
        }
        catch (Exception exception) when (exception is FormatException or WireException)
        {
            return null;
        }
    }
}
