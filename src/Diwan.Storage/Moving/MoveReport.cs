namespace Diwan.Storage.Moving;

/// <summary>What was carried from one database to the other, all of it read back and compared.</summary>
/// <param name="Tables">Rows of each table.</param>
/// <param name="Pictures">Pictures.</param>
/// <param name="LedgerSize">Entries of the ledger, of which the last checkpoint is the same in both.</param>
/// <param name="Pause">How long nothing could be written. Readers were served meanwhile.</param>
public sealed record MoveReport(IReadOnlyDictionary<string, long> Tables, int Pictures, long LedgerSize, TimeSpan Pause);
