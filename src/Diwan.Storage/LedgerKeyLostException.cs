namespace Diwan.Storage;

/// <summary>The private half of the ledger's signing key is not in <c>keys/</c>: nothing may be written until it is back, or another key is begun.</summary>
public sealed class LedgerKeyLostException(int number)
    : Exception($"the ledger's signing key {number} is not in keys/: put it back from a backup, or begin another with 'diwan ledger rotate --lost', which the ledger will say for ever");
