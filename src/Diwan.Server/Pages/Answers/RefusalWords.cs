using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Wording;

namespace Diwan.Server.Pages.Answers;

/// <summary>Says a refusal in the reader's language.</summary>
internal static class RefusalWords
{
    /// <summary>One sentence.</summary>
    public static string Of(Words words, Refusal refusal) =>
        words.Format(Key(refusal.Code), ("max", words.Number(refusal.Limit ?? 0)));

    /// <summary>The key of its words.</summary>
    public static string Key(RefusalCode code) => code switch
    {
        RefusalCode.TextEmpty => "refusal.text_empty",
        RefusalCode.TextTooLong => "refusal.text_too_long",
        RefusalCode.TextControlOnly => "refusal.text_control_only",
        RefusalCode.TextIllFormed => "refusal.text_ill_formed",
        RefusalCode.AuthorMissing => "refusal.author_missing",
        RefusalCode.AuthorTooLong => "refusal.author_too_long",
        RefusalCode.AuthorIllFormed => "refusal.author_ill_formed",
        RefusalCode.AuthorReserved => "refusal.author_reserved",
        RefusalCode.SignInRequired => "refusal.sign_in_required",
        RefusalCode.EmailInvalid => "refusal.email_invalid",
        // The form's own key came back damaged: only a fresh form helps.
        RefusalCode.KeyInvalid => "refusal.form_expired",
        RefusalCode.ArticleUnknown => "refusal.article_unknown",
        RefusalCode.ThreadClosed => "refusal.thread_closed",
        RefusalCode.ParentUnknown => "refusal.parent_unknown",
        RefusalCode.ReplyTooDeep => "refusal.reply_too_deep",
        RefusalCode.KeyConflict => "refusal.idempotency_conflict",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A refusal without words."),
    };
}
