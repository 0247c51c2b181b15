using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Ledger;

/// <summary>The canonical bytes of what an entry records: each field in UTF-8 as a netstring (<c>length:bytes,</c>), the kind first, so that no two records run together.</summary>
/// <remarks>The order of the fields is frozen by a test: another order would be another record. Times are UTC with seven digits of a second.
/// Described for other programs in <c>docs/design/ledger.md</c>.</remarks>
public static class LedgerRecord
{
    /// <summary>A comment: id, article, parent (empty at the first level), time, name, text, and the badge where there is one.</summary>
    public static byte[] Submission(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        string[] record = ["submission", comment.Id, comment.ArticleId, comment.ParentId ?? "", Time(comment.At), comment.Author, comment.Text];
        return comment.Badge is Badge.None ? Of(record) : Of([.. record, comment.Badge.ToString().ToLowerInvariant()]);
    }

    /// <summary>A decision: id, comment, version, outcome, guideline, reasons as stored, decided by, account, policy, model, time. The note is left out: a remark among colleagues is no part of what was decided.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="reasons">Its reasons as the JSON that is stored.</param>
    public static byte[] Decision(Decision decision, string reasons)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Of(
            "decision", decision.Id, decision.CommentId, Number(decision.Version), Number((long)decision.Outcome), decision.Guideline ?? "", reasons,
            Number((long)decision.DecidedBy), decision.AccountId ?? "", decision.PolicyVersion, decision.ModelVersion, Time(decision.At));
    }

    /// <summary>An appeal: id, comment, version of the rejection it is against, time, the author's words.</summary>
    public static byte[] Appeal(Appeal appeal)
    {
        ArgumentNullException.ThrowIfNull(appeal);
        return Of("appeal", appeal.Id, appeal.CommentId, Number(appeal.Version), Time(appeal.At), appeal.Text);
    }

    /// <summary>The outcome of an appeal: id of the appeal, outcome, account, whether the first decider decided again, digest of the reason, time.</summary>
    /// <param name="appealId">The appeal.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="reasonDigest">See <see cref="ReasonDigest"/>: binds the reason, which is between desk and author, so that the record can be shown to all.</param>
    public static byte[] AppealOutcome(string appealId, AppealOutcome outcome, string reasonDigest)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Of(
            "appeal-outcome", appealId, outcome.IsOverturned ? "overturned" : "upheld", outcome.AccountId,
            outcome.IsSamePerson ? "same-person" : "other-person", reasonDigest, Time(outcome.At));
    }

    /// <summary>HMAC-SHA256 of a reason under a random salt of its own, 64 lower-case hexadecimal digits.</summary>
    public static string ReasonDigest(string reason, ReadOnlySpan<byte> salt) => Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(reason)));

    /// <summary>A policy put in force: version, SHA-256 of its YAML, time.</summary>
    public static byte[] Policy(string version, string yaml, DateTimeOffset at) =>
        Of("policy", version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml))), Time(at));

    /// <summary>A model that began to judge: version (which names the hash of its file), time.</summary>
    public static byte[] Model(string version, DateTimeOffset at) => Of("model", version, Time(at));

    /// <summary>A signing key: its line as a verifier key, why it came (<c>first rotated lost</c>), time.</summary>
    public static byte[] SigningKey(string verifier, string cause, DateTimeOffset at) => Of("signing-key", verifier, cause, Time(at));

    /// <summary>The fields of a record, for reading it; null when the bytes are none.</summary>
    public static IReadOnlyList<string>? Fields(ReadOnlySpan<byte> record)
    {
        var fields = new List<string>();
        while (record.Length > 0)
        {
            var colon = record.IndexOf((byte)':');
            if (colon is < 1 or > 9 || !int.TryParse(record[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
            record = record[(colon + 1)..];
            if (record.Length <= length || record[length] != (byte)',') return null;
            fields.Add(Encoding.UTF8.GetString(record[..length]));
            record = record[(length + 1)..];
        }

        return fields;
    }

    /// <summary>Writes fields as netstrings.</summary>
    internal static byte[] Of(params ReadOnlySpan<string> fields)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        foreach (var field in fields)
        {
            var length = Encoding.UTF8.GetByteCount(field);
            var room = bytes.GetSpan(length + 12);
            length.TryFormat(room, out var digits, default, CultureInfo.InvariantCulture);
            room[digits] = (byte)':';
            Encoding.UTF8.GetBytes(field, room[(digits + 1)..]);
            room[digits + 1 + length] = (byte)',';
            bytes.Advance(digits + length + 2);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
