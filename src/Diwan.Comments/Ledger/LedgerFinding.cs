namespace Diwan.Comments.Ledger;

/// <summary>One thing that is not as the ledger says.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Index">Place in the ledger; null when it is about a row that no entry speaks of, or about the whole.</param>
/// <param name="Subject">What it is about, such as <c>comment 0198…</c>.</param>
public sealed record LedgerFinding(LedgerFindingKind Kind, long? Index, string Subject)
{
    /// <summary>The finding as an English sentence for a terminal.</summary>
    public override string ToString() => $"{(Index is { } index ? $"entry {index}, " : "")}{Subject}: {Meaning}";

    private string Meaning => Kind switch
    {
        LedgerFindingKind.Altered => "altered since it was recorded",
        LedgerFindingKind.Missing => "recorded, but no longer there",
        LedgerFindingKind.Inserted => "put in or moved without an entry of the ledger",
        LedgerFindingKind.EntryMissing => "the entry itself is gone",
        LedgerFindingKind.EntryAltered => "the entry is another than the one in its tile: altered or moved",
        LedgerFindingKind.KeyMissing => "the key of the entry is gone although nothing was erased",
        LedgerFindingKind.KeyLeft => "erased, but the key of its entry is still there",
        LedgerFindingKind.TileAltered => "the tile does not hold the hashes below it",
        LedgerFindingKind.RootDiffers => "the tree up to here is not the one that was signed",
        LedgerFindingKind.SignatureFalse => "the checkpoint is not signed by a key of the ledger",
        LedgerFindingKind.NotSigned => "entries beyond the newest checkpoint",
        _ => throw new InvalidOperationException($"{Kind} has no meaning."),
    };
}

/// <summary>What sort of thing is not as the ledger says.</summary>
public enum LedgerFindingKind
{
    /// <summary>A row is there, but not as it was recorded.</summary>
    Altered,

    /// <summary>A recorded row is not there.</summary>
    Missing,

    /// <summary>A row that no entry records, or a state that no decision led to.</summary>
    Inserted,

    /// <summary>A place in the ledger is empty.</summary>
    EntryMissing,

    /// <summary>A leaf is another than the one its tile holds.</summary>
    EntryAltered,

    /// <summary>A leaf has lost its key, but its row was not erased.</summary>
    KeyMissing,

    /// <summary>A row was erased, but the key of its leaf was not.</summary>
    KeyLeft,

    /// <summary>A tile's root, or its hashes, are not those of what lies below.</summary>
    TileAltered,

    /// <summary>The root of the tree at the size of a checkpoint is another than the one signed.</summary>
    RootDiffers,

    /// <summary>A checkpoint that none of the ledger's keys has signed.</summary>
    SignatureFalse,

    /// <summary>Entries that no checkpoint covers.</summary>
    NotSigned,
}
