using Diwan.Comments.Notifying;
using Diwan.Comments.Reviewing;

namespace Diwan.Storage.Shared.Mail;

/// <summary>What is written about mail when a comment comes or moves, inside the writer's transaction.</summary>
internal static class MailWriter
{
    /// <summary>Notes the address of a new comment, and has it asked when it is new.</summary>
    /// <returns>False when its reader refused mail: then the address is not to be stored.</returns>
    public static bool Note(Session session, string digest, string email, DateTimeOffset at)
    {
        switch (session.Foreseen is { } foreseen ? foreseen.AddressState(digest) : session.Number(MailSql.State, ("@digest", digest)))
        {
            case (long)AddressState.Refused:
                return false;
            case null:
                session.Post(MailSql.Ask, ("@digest", digest), ("@email", Small(email)), ("@at", at.UtcTicks));
                session.Foreseen?.Ask(digest);
                session.Post(MailSql.OrderConfirmation, ("@digest", digest), ("@due", at.UtcTicks));
                return true;
            default:
                return true;
        }
    }

    /// <summary>Orders the mail that tells of a decision, for when it can no longer be undone.</summary>
    public static void OrderDecision(Session session, Decision decision)
    {
        if (decision.Outcome is DecisionOutcome.Approved or DecisionOutcome.Rejected)
            Order(session, MailKind.Decision, decision.CommentId, decision.Version, decision.At + UndoDecision.Window);
    }

    /// <summary>Orders the mail that tells what came of an appeal; it tells of the decision that publishes the comment too.</summary>
    public static void OrderAppealOutcome(Session session, Appeal appeal, AppealOutcome outcome, Decision? approval)
    {
        if (approval is not null) session.Post(MailSql.CancelVersion, ("@id", approval.CommentId), ("@version", approval.Version));
        Order(session, MailKind.AppealOutcome, appeal.CommentId, appeal.Version, outcome.At);
    }

    // As lower() of the databases does, which leaves other letters alone.
    private static string Small(string email) => string.Concat(email.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));

    private static void Order(Session session, MailKind kind, string commentId, int version, DateTimeOffset due) => session.Post(
        MailSql.Order, ("@kind", (long)kind), ("@id", commentId), ("@version", version), ("@due", due.UtcTicks));
}
