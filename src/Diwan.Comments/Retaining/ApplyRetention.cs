using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Microsoft.Extensions.Logging;

namespace Diwan.Comments.Retaining;

/// <summary>Drops what has been kept long enough, by the site's rules. Run every day while serving, and by hand.</summary>
public sealed partial class ApplyRetention(
    IRetentionStore store, IErasureStore erasures, EraseComment erase, RetentionRules rules, TimeProvider clock, ILogger<ApplyRetention> log)
{
    private const int Batch = 200;

    /// <summary>Drops, or says what would be dropped.</summary>
    /// <param name="isDryRun">True to count alone.</param>
    /// <param name="ct">Cancels; what was dropped until then stays dropped.</param>
    public async Task<RetentionReport> RunAsync(bool isDryRun, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var report = new RetentionReport(
            await store.DropTracesAsync(now.AddDays(-rules.TraceDays), isDryRun, ct),
            await store.DropUnconfirmedAsync(now.AddDays(-rules.UnconfirmedDays), isDryRun, ct),
            rules.AddressMonths is { } address ? await store.DropAddressesAsync(now.AddMonths(-address), isDryRun, ct) : 0,
            rules.RejectedMonths is { } rejected ? await EraseAsync(CommentStatus.Rejected, now.AddMonths(-rejected), isDryRun, ct) : 0,
            rules.WithdrawnMonths is { } withdrawn ? await EraseAsync(CommentStatus.Withdrawn, now.AddMonths(-withdrawn), isDryRun, ct) : 0);
        if (isDryRun || report.Total == 0) return report;

        await erasures.ScrubAsync(ct);
        LogDropped(report.Traces, report.UnconfirmedAddresses, report.Addresses, report.Rejected, report.Withdrawn);
        return report;
    }

    private async Task<int> EraseAsync(CommentStatus status, DateTimeOffset before, bool isDryRun, CancellationToken ct)
    {
        var count = 0;
        for (var after = ""; await store.CommentsAsync(status, before, after, Batch, ct) is { Count: > 0 } ids; after = ids[^1])
        {
            foreach (var id in ids)
            {
                if (isDryRun || await erase.RunAsync(id, DecidedBy.Rule, ct) is EraseResult.Erased) count++;
            }
        }

        return count;
    }

    [LoggerMessage(2402, LogLevel.Information, "Kept long enough: {Traces} traces, {Unconfirmed} unconfirmed addresses, {Addresses} addresses of comments, {Rejected} rejected and {Withdrawn} withdrawn comments erased")]
    private partial void LogDropped(int traces, int unconfirmed, int addresses, int rejected, int withdrawn);
}

/// <summary>What retention dropped, or would drop.</summary>
/// <param name="Traces">Reader keys, fingerprints and idempotency keys.</param>
/// <param name="UnconfirmedAddresses">Addresses that nobody confirmed.</param>
/// <param name="Addresses">Comments whose address was destroyed.</param>
/// <param name="Rejected">Rejected comments erased.</param>
/// <param name="Withdrawn">Withdrawn comments erased.</param>
public sealed record RetentionReport(int Traces, int UnconfirmedAddresses, int Addresses, int Rejected, int Withdrawn)
{
    /// <summary>All of it.</summary>
    public int Total => Traces + UnconfirmedAddresses + Addresses + Rejected + Withdrawn;
}
