using Diwan.Comments.Reviewing;
using Diwan.Moderation;

namespace Diwan.Comments.Submitting;

/// <summary>Everything that is stored when a comment is taken in, in one transaction.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="First">The decision made on receipt.</param>
/// <param name="Judgement">What the engine found out.</param>
/// <param name="ReceiptHash">SHA-256 of the receipt, lower-case hexadecimal; the receipt itself is not stored.</param>
/// <param name="AuthorKey">Keyed hash by which comments of one author are known; null when nothing is known of the author.</param>
/// <param name="Email">For notices to the author alone; null when none was given.</param>
/// <param name="AddressDigest">Digest of the address, to have it asked once whether it is right; null when there is no address or no mail is sent.</param>
/// <param name="Idempotency">The form's key and what it was sent with; null when the client sent none.</param>
/// <param name="LedgerKey">Key of its leaf in the ledger: 32 random bytes. Its author gets it with the receipt.</param>
public sealed record NewComment(
    Comment Comment, Decision First, Judgement Judgement, string ReceiptHash,
    string? AuthorKey, string? Email, string? AddressDigest, IdempotencyKey? Idempotency, byte[] LedgerKey);
