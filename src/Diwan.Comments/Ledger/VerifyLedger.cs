using Diwan.Comments.Stores;

namespace Diwan.Comments.Ledger;

/// <summary>Checks the whole store against its ledger: every row against its entry, every entry against the tree, the tree against every checkpoint.</summary>
/// <remarks>An insider with the signing key who writes a new history passes this; old receipts and checkpoints, given as
/// <paramref name="known"/>, catch it.</remarks>
public sealed class VerifyLedger(ILedgerStore ledger, IReadOnlyList<SignedCheckpoint>? known = null)
{
    private const int Batch = 1_024;

    private readonly List<LedgerFinding> _findings = [];
    private readonly Dictionary<long, List<SignedCheckpoint>> _checkpoints = [];
    private CompactRange _range = CompactRange.Empty;
    private List<byte> _tile = [];

    /// <summary>Checks.</summary>
    /// <param name="progress">Told the number of entries checked, now and then; null when nobody asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LedgerReport> RunAsync(IProgress<long>? progress = null, CancellationToken ct = default)
    {
        var keys = await ledger.KeysAsync(ct);
        IReadOnlyList<SignedCheckpoint> stored = await ledger.CheckpointsAsync(ct);
        foreach (var checkpoint in stored.Concat(known ?? []))
        {
            if (!checkpoint.IsSignedBy(keys.Select(key => key.Verifier))) Find(LedgerFindingKind.SignatureFalse, checkpoint.Checkpoint.Size, "checkpoint");
            if (!_checkpoints.TryGetValue(checkpoint.Checkpoint.Size, out var same)) _checkpoints[checkpoint.Checkpoint.Size] = same = [];
            same.Add(checkpoint);
        }

        // What the store takes in while it is checked is for the next check: it is signed, but not by a checkpoint known here.
        var signed = stored.Count == 0 ? 0 : stored.Max(checkpoint => checkpoint.Checkpoint.Size);
        await ReadAsync(signed, progress, ct);
        foreach (var size in _checkpoints.Keys.Where(size => size > _range.Size)) Find(LedgerFindingKind.EntryMissing, _range.Size, $"of {size} that were signed");
        if (_range.Size == signed && await HasUnsignedAsync(signed, ct)) Find(LedgerFindingKind.NotSigned, signed, "tail");
        await CheckUpperTilesAsync(ct);
        foreach (var stray in await ledger.StraysAsync(ct)) _findings.Add(new(LedgerFindingKind.Inserted, null, stray));
        return new(_range.Size, _range.Root(), _findings);
    }

    // An entry and the checkpoint that signs it come in one commit: looked at in this order, the entry is no news to the checkpoint.
    private async Task<bool> HasUnsignedAsync(long signed, CancellationToken ct) =>
        await ledger.EntriesAsync(signed, 1, ct) is { Count: > 0 } && ((await ledger.LatestAsync(ct))?.Checkpoint.Size ?? 0) <= signed;

    private async Task ReadAsync(long size, IProgress<long>? progress, CancellationToken ct)
    {
        CheckRoot();
        while (_range.Size < size && await ledger.EntriesAsync(_range.Size, (int)Math.Min(Batch, size - _range.Size), ct) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                if (entry.Index != _range.Size)
                {
                    // Without it no root after it can be computed: one finding says so.
                    Find(LedgerFindingKind.EntryMissing, _range.Size, "entry");
                    return;
                }

                CheckRow(entry);
                var hash = MerkleHash.OfEntry(entry.Leaf);
                _range = _range.With(hash);
                _tile.AddRange(hash);
                if (_range.Size % LedgerTile.Width == 0) await CheckTileAsync(ct);
                CheckRoot();
            }

            progress?.Report(_range.Size);
        }
    }

    private void CheckRow(LedgerEntry entry)
    {
        var subject = $"{Name(entry.Kind)} {entry.Ref}";
        if (entry.IsErased)
        {
            if (entry.Key is not null) Find(LedgerFindingKind.KeyLeft, entry.Index, subject);
        }
        else if (entry.Record is null) Find(LedgerFindingKind.Missing, entry.Index, subject);
        else if (entry.Key is null) Find(LedgerFindingKind.KeyMissing, entry.Index, subject);
        else if (!Leaf.Matches(entry.Leaf, entry.Index, entry.Key, entry.Record)) Find(LedgerFindingKind.Altered, entry.Index, subject);
    }

    private async Task CheckTileAsync(CancellationToken ct)
    {
        var index = (_range.Size / LedgerTile.Width) - 1;
        var computed = _tile.ToArray();
        _tile = [];
        if (await ledger.TilesAsync(0, index, 1, ct) is not [var tile] || tile.Index != index)
        {
            Find(LedgerFindingKind.TileAltered, index * LedgerTile.Width, $"tile 0/{index}");
            return;
        }

        for (var place = 0; place < LedgerTile.Width; place++)
        {
            var range = new Range(place * MerkleHash.Length, (place + 1) * MerkleHash.Length);
            if (tile.Hashes.Length < range.End.Value || !tile.Hashes.AsSpan(range).SequenceEqual(computed.AsSpan(range)))
                Find(LedgerFindingKind.EntryAltered, (index * LedgerTile.Width) + place, "entry");
        }

        if (!tile.Root.AsSpan().SequenceEqual(MerkleHash.OfComplete(computed))) Find(LedgerFindingKind.TileAltered, index * LedgerTile.Width, $"tile 0/{index}");
    }

    // Each tile above the lowest level holds the roots of 256 tiles below it.
    private async Task CheckUpperTilesAsync(CancellationToken ct)
    {
        for (var (level, full) = (1, _range.Size / LedgerTile.Width / LedgerTile.Width); full > 0; (level, full) = (level + 1, full / LedgerTile.Width))
        {
            for (long index = 0; index < full; index++)
            {
                var below = await ledger.TilesAsync(level - 1, index * LedgerTile.Width, LedgerTile.Width, ct);
                byte[] roots = [.. below.SelectMany(tile => tile.Root)];
                if (await ledger.TilesAsync(level, index, 1, ct) is not [var tile] || tile.Index != index || !tile.Hashes.AsSpan().SequenceEqual(roots) || !tile.Root.AsSpan().SequenceEqual(MerkleHash.OfComplete(roots)))
                    Find(LedgerFindingKind.TileAltered, index << (LedgerTile.Height * (level + 1)), $"tile {level}/{index}");
            }
        }
    }

    private void CheckRoot()
    {
        if (!_checkpoints.TryGetValue(_range.Size, out var checkpoints)) return;
        var root = _range.Root();
        if (checkpoints.Any(checkpoint => !checkpoint.Checkpoint.Root.AsSpan().SequenceEqual(root)))
            Find(LedgerFindingKind.RootDiffers, _range.Size, "checkpoint");
    }

    private void Find(LedgerFindingKind kind, long index, string subject) => _findings.Add(new(kind, index, subject));

    private static string Name(LedgerKind kind) => kind switch
    {
        LedgerKind.SigningKey => "signing key",
        LedgerKind.Submission => "comment",
        LedgerKind.Decision => "decision",
        LedgerKind.Appeal => "appeal",
        LedgerKind.AppealOutcome => "outcome of appeal",
        LedgerKind.Policy => "policy publication",
        LedgerKind.Model => "model",
        _ => $"kind {(int)kind}",
    };
}

/// <summary>What checking the ledger came to.</summary>
/// <param name="Size">Entries checked.</param>
/// <param name="Root">Root of the tree over them.</param>
/// <param name="Findings">Everything that is not as the ledger says; empty when all is.</param>
public sealed record LedgerReport(long Size, byte[] Root, IReadOnlyList<LedgerFinding> Findings);
