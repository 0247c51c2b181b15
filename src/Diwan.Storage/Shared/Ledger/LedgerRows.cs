using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Ledger;
using Diwan.Comments.Submitting;
using Diwan.Storage.Shared.Appeals;
using Diwan.Storage.Shared.Comments;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>Rebuilds, from the rows as they are now, what each entry of the ledger records.</summary>
internal static class LedgerRows
{
    /// <summary>An entry with its record, from idx, kind, ref, key, leaf.</summary>
    public static LedgerEntry Entry(Session session, StoredEntry stored)
    {
        var (record, isErased) = stored.Kind switch
        {
            LedgerKind.Submission => Submission(session, stored.Ref),
            LedgerKind.Decision => (Decision(session, stored.Ref), false),
            LedgerKind.Appeal => Appeal(session, stored.Ref),
            LedgerKind.AppealOutcome => (Outcome(session, stored.Ref), false),
            LedgerKind.Policy => (Policy(session, stored.Ref), false),
            LedgerKind.Model => (Model(session, stored.Ref), false),
            LedgerKind.SigningKey => (SigningKey(session, stored.Ref), false),
            _ => (null, false),
        };
        return new(stored.Index, stored.Kind, stored.Ref, stored.Key, stored.Leaf, record) { IsErased = isErased };
    }

    /// <summary>A row of the ledger itself.</summary>
    public static StoredEntry Stored(Row row) => new(row.Number(0), (LedgerKind)row.Number(1), row.Text(2), row.BytesOrNull(3), row.Bytes(4));

    private static (byte[]? Record, bool IsErased) Submission(Session session, string id)
    {
        if (session.First(CommentSql.Find, CommentRows.Comment, ("@id", id)) is not { } comment) return (null, false);
        if (comment.Status is CommentStatus.Erased) return (null, true);
        // A hash that is not the text's own makes it another row than the one recorded.
        var isSound = comment.Hash == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(comment.Text)));
        return (isSound ? LedgerRecord.Submission(comment) : [], false);
    }

    private static byte[]? Decision(Session session, string id) => session.First(
        LedgerSql.DecisionWithReasons, row => LedgerRecord.Decision(CommentRows.Decision(row), row.Text(5)), ("@id", id));

    private static (byte[]? Record, bool IsErased) Appeal(Session session, string id) =>
        session.First(AppealSql.Find, AppealRows.Stored, ("@id", id)) is not { } stored ? (null, false)
        : stored.IsErased ? (null, true)
        : (LedgerRecord.Appeal(stored.Appeal), false);

    // The outcome outlives the reason: after erasure its digest alone is left.
    private static byte[]? Outcome(Session session, string id)
    {
        if (session.First(AppealSql.Find, AppealRows.Stored, ("@id", id)) is not { ReasonDigest: { } digest, Appeal.Outcome: { } outcome } stored) return null;
        var isSound = stored.IsErased || (stored.ReasonSalt is { } salt && digest == LedgerRecord.ReasonDigest(outcome.Reason, salt));
        return isSound ? LedgerRecord.AppealOutcome(id, outcome, digest) : [];
    }

    private static byte[]? Policy(Session session, string seq) => session.First(
        LedgerSql.PolicyPublication, row => LedgerRecord.Policy(row.Text(0), row.Text(1), row.Time(2)), ("@seq", Number(seq)));

    private static byte[]? Model(Session session, string seq) =>
        session.First(LedgerSql.Model, row => LedgerRecord.Model(row.Text(0), row.Time(1)), ("@seq", Number(seq)));

    private static byte[]? SigningKey(Session session, string number) => session.First(
        LedgerSql.Key, row => LedgerRecord.SigningKey(row.Text(1), row.Text(2), row.Time(3)), ("@number", Number(number)));

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>A row of the ledger.</summary>
internal sealed record StoredEntry(long Index, LedgerKind Kind, string Ref, byte[]? Key, byte[] Leaf);
