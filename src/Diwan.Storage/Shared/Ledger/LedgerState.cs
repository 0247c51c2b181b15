namespace Diwan.Storage.Shared.Ledger;

/// <summary>How far the ledger reaches.</summary>
/// <param name="Size">Entries.</param>
/// <param name="KeyNumber">Number of its newest signing key; 0 before the first.</param>
/// <param name="SealedSize">Entries under the newest checkpoint.</param>
internal sealed record LedgerState(long Size, int KeyNumber, long SealedSize);
