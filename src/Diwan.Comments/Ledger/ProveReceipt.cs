using Diwan.Comments.Receipts;
using Diwan.Comments.Stores;

namespace Diwan.Comments.Ledger;

/// <summary>Gives an author the proof of what was sent.</summary>
public sealed class ProveReceipt(ICommentStore comments, ILedgerStore ledger)
{
    /// <summary>The proof for the comment a receipt opens, against the newest checkpoint; null when the receipt is unknown or the comment was erased.</summary>
    public async Task<ReceiptProof?> RunAsync(string receipt, CancellationToken ct = default)
    {
        if (await comments.FindByReceiptAsync(ReceiptIssuer.Hash(receipt), ct) is not { } comment) return null;
        if (await ledger.OfCommentAsync(comment.Id, ct) is not { Key: { } key, Record: { } record } entry) return null;
        var latest = await ledger.LatestAsync(ct) ?? throw new InvalidOperationException("An entry of the ledger is under no checkpoint.");
        var keys = await ledger.KeysAsync(ct);
        return new(
            ReceiptProof.CurrentFormat, entry.Index, key, record, await ledger.ProveInclusionAsync(entry.Index, latest.Checkpoint.Size, ct), latest.Note,
            [.. keys.Select(each => each.Verifier.Line)]);
    }
}
