using Diwan.Comments.Reviewing;

namespace Diwan.Storage.Shared.Appeals;

/// <summary>How rows become appeals.</summary>
internal static class AppealRows
{
    /// <summary>An appeal.</summary>
    public static Appeal Appeal(Row row) => Stored(row).Appeal;

    /// <summary>An appeal, and whether its words were erased.</summary>
    public static StoredAppeal Stored(Row row) => new(
        new(row.Text(0), row.Text(1), row.Count(2), row.Text(3), row.Time(4))
        {
            Outcome = row.TimeOrNull(6) is { } closed ? new(row.Flag(7), row.Text(8), row.Flag(9), row.Text(10), closed) : null,
        },
        row.Flag(5), row.TextOrNull(11), row.BytesOrNull(12));
}

/// <summary>An appeal as it is stored.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="IsErased">Its words and the reason of its outcome were erased.</param>
/// <param name="ReasonDigest">What the ledger knows of the reason; null while the appeal waits.</param>
/// <param name="ReasonSalt">What the digest was made with; null while the appeal waits and after erasure.</param>
internal sealed record StoredAppeal(Appeal Appeal, bool IsErased, string? ReasonDigest, byte[]? ReasonSalt);
