using System.Text.Json;
using Diwan.Comments.Articles;
using Diwan.Comments.Retaining;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>Says as HTTP what the use cases expect to go wrong. A case nobody listed is a mistake of ours and throws.</summary>
public static class Problems
{
    /// <summary>A submission that was not taken in.</summary>
    public static Problem Of(SubmitResult.Refused refused)
    {
        var errors = refused.Refusals.Select(refusal => new FieldProblem(refusal.Field, Code(refusal.Code), Sentence(refusal), refusal.Limit)).ToList();
        var first = refused.Refusals[0];
        return new(Status(first.Code), Code(first.Code), errors[0].Detail, errors);
    }

    /// <summary>An article that was not registered.</summary>
    public static Problem Of(RegisterResult.Refused refused)
    {
        var errors = refused.Refusals.Select(refusal => new FieldProblem(refusal.Field, SnakeCase(refusal.Code.ToString()), Sentence(refusal), refusal.Limit)).ToList();
        return new(StatusCodes.Status422UnprocessableEntity, errors[0].Code, errors[0].Detail, errors);
    }

    /// <summary>A report that was not taken in.</summary>
    public static Problem Of(ReportResult result) => result switch
    {
        ReportResult.NotFound => NotFound("There is no published comment with this id."),
        ReportResult.GuidelineUnknown => Invalid("guideline", "guideline_unknown", "The policy has no guideline with this code.", null),
        ReportResult.NoteMalformed => Invalid("note", "note_malformed", "The note is too long or ill-formed.", DecideComment.MaxNote),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No problem."),
    };

    /// <summary>An appeal that was not taken in.</summary>
    public static Problem Of(AppealResult result) => result switch
    {
        AppealResult.NotFound => NotFound("No comment belongs to this receipt."),
        AppealResult.NotRejected => new(StatusCodes.Status409Conflict, "not_rejected", "Only a rejection can be appealed, and this comment is not rejected."),
        AppealResult.KnownAlready => new(StatusCodes.Status409Conflict, "appealed_before", "This rejection has been appealed before."),
        AppealResult.TooLate => new(StatusCodes.Status409Conflict, "appeal_over", "The time for an appeal is over."),
        AppealResult.TextMalformed => Invalid("text", "text_malformed", "The appeal is too long or ill-formed.", AppealDecision.MaxText),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No problem."),
    };

    /// <summary>An erasure that was not done.</summary>
    public static Problem Of(EraseResult result) => result switch
    {
        EraseResult.NotFound => NotFound("No comment belongs to this receipt."),
        EraseResult.Held => new(StatusCodes.Status409Conflict, "legal_hold", "A legal obligation forbids erasing this comment now."),
        EraseResult.Busy => new(StatusCodes.Status409Conflict, "stale", "The comment is being decided on at this moment; try again."),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No problem."),
    };

    /// <summary>A token that is not to be believed: of another key, issuer or audience, over, or without sub and name.</summary>
    public static Problem TokenInvalid { get; } = new(
        StatusCodes.Status401Unauthorized, "token_invalid", "The token is not signed by the publisher for this site, is over, or names nobody.",
        [new("token", "token_invalid", "Sign in again.")]);

    /// <summary>404.</summary>
    public static Problem NotFound(string detail) => new(StatusCodes.Status404NotFound, "not_found", detail);

    /// <summary>422 for one field.</summary>
    public static Problem Invalid(string field, string code, string detail, int? limit) =>
        new(StatusCodes.Status422UnprocessableEntity, code, detail, [new(field, code, detail, limit)]);

    /// <summary>The stable code of a refusal.</summary>
    public static string Code(RefusalCode code) => SnakeCase(code.ToString());

    private static int Status(RefusalCode code) => code switch
    {
        RefusalCode.SignInRequired => StatusCodes.Status401Unauthorized,
        RefusalCode.ArticleUnknown => StatusCodes.Status404NotFound,
        RefusalCode.ThreadClosed => StatusCodes.Status403Forbidden,
        RefusalCode.KeyConflict => StatusCodes.Status409Conflict,
        RefusalCode.TextEmpty or RefusalCode.TextTooLong or RefusalCode.TextControlOnly or RefusalCode.TextIllFormed
            or RefusalCode.AuthorMissing or RefusalCode.AuthorTooLong or RefusalCode.AuthorIllFormed or RefusalCode.AuthorReserved or RefusalCode.EmailInvalid
            or RefusalCode.KeyInvalid or RefusalCode.ParentUnknown or RefusalCode.ReplyTooDeep => StatusCodes.Status422UnprocessableEntity,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A refusal without a status."),
    };

    private static string Sentence(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.TextEmpty => "The comment is missing.",
        RefusalCode.TextTooLong => $"The comment is longer than {refusal.Limit} UTF-16 units.",
        RefusalCode.TextControlOnly => "The comment holds no visible characters.",
        RefusalCode.TextIllFormed => "The comment holds ill-formed Unicode or a NUL character.",
        RefusalCode.AuthorMissing => "The name is missing.",
        RefusalCode.AuthorTooLong => $"The name is longer than {refusal.Limit} UTF-16 units.",
        RefusalCode.AuthorIllFormed => "The name holds ill-formed Unicode, a NUL character or a line break.",
        RefusalCode.AuthorReserved => "The name is one of the newsroom's, or looks like one.",
        RefusalCode.SignInRequired => "Only readers whom the publisher signed in may comment: send their token.",
        RefusalCode.EmailInvalid => "This is not an e-mail address.",
        RefusalCode.KeyInvalid => "The idempotency key is too long or ill-formed.",
        RefusalCode.ArticleUnknown => "There is no article with this id or slug.",
        RefusalCode.ThreadClosed => "The thread takes no further comments.",
        RefusalCode.ParentUnknown => "There is no published comment with this id under this article.",
        RefusalCode.ReplyTooDeep => "Replies cannot go deeper.",
        RefusalCode.KeyConflict => "The idempotency key was used before with other content.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "A refusal without a sentence."),
    };

    private static string Sentence(RegisterRefusal refusal) => refusal.Code switch
    {
        RegisterRefusalCode.Missing => "The field is required.",
        RegisterRefusalCode.TooLong => $"The field is longer than {refusal.Limit} UTF-16 units.",
        RegisterRefusalCode.IllFormed => "The field holds ill-formed Unicode or a NUL character.",
        RegisterRefusalCode.Invalid => "The field is not what it should be: an http or https address, a language code, an ISO 8601 date.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "A refusal without a sentence."),
    };

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
