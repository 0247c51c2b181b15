using Diwan.Comments.Ledger;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>At the end of a group, before it is committed: takes its entries into the tree, stores the tiles they fill, and signs the new checkpoint.</summary>
/// <remarks>One signature serves a whole group. What was computed counts only after the commit: a group that fails leaves the last state in force.</remarks>
internal sealed class LedgerSealer(LedgerKeys keys) : IDisposable
{
    private const int Few = 1_024;

    private CompactRange? _range;
    private LedgerSigner? _signer;
    private int _keyNumber;
    private Sealed? _pending;
    private volatile SignedCheckpoint? _latest;

    /// <summary>The newest checkpoint this process has signed and committed; null before the first.</summary>
    public SignedCheckpoint? Latest => _latest;

    /// <summary>How many entries this process has taken into its tree.</summary>
    public long Size => _range?.Size ?? 0;

    /// <summary>Seals what the group has appended.</summary>
    public void Seal(Session session)
    {
        _pending = null;
        var state = session.LedgerState();
        if (state.Size == 0 || (_range is not null && _range.Size == state.Size && _keyNumber == state.KeyNumber)) return;

        var signer = _signer is not null && _keyNumber == state.KeyNumber ? _signer : keys.Current(session);
        if (state.Size == state.SealedSize)
        {
            // The first commit of this process, or the work of another one: nothing new to sign, but from now on it is known.
            var stored = session.First(LedgerSql.LatestCheckpoint, row => row.Text(0)) is { } note ? SignedCheckpoint.Read(note) : null;
            _pending = new(Follow(session, state.Size), signer, state.KeyNumber, stored);
            return;
        }

        // The first key of all has appended its own entry.
        if (state.KeyNumber == 0) state = session.LedgerState();

        var range = Grow(session, Follow(session, state.SealedSize), state.Size);

        var checkpoint = new Checkpoint(signer.Verifier.Name, state.Size, range.Root());
        // A change of keys is signed by both, so that who follows the old key is led to the new one.
        var isChange = _signer is not null && !ReferenceEquals(_signer, signer);
        var signed = isChange ? SignedCheckpoint.Sign(checkpoint, signer, _signer!) : SignedCheckpoint.Sign(checkpoint, signer);
        var fillsTile = state.SealedSize / LedgerTile.Width != state.Size / LedgerTile.Width;
        session.Post(LedgerSql.DropCheckpoint, ("@size", state.SealedSize));
        session.Post(LedgerSql.AddCheckpoint, ("@size", state.Size), ("@note", signed.Note), ("@kept", isChange || fillsTile ? 1L : 0L));
        _pending = new(range, signer, state.KeyNumber, signed);
    }

    /// <summary>The group is on disk: what was sealed counts.</summary>
    public void Committed()
    {
        if (_pending is not { } pending) return;
        if (!ReferenceEquals(_signer, pending.Signer)) _signer?.Dispose();
        (_range, _signer, _keyNumber, _latest, _pending) = (pending.Range, pending.Signer, pending.KeyNumber, pending.Checkpoint, null);
    }

    /// <inheritdoc/>
    public void Dispose() => _signer?.Dispose();

    // What other processes have sealed meanwhile: their leaves when they are few, else their tiles.
    private CompactRange Follow(Session session, long size)
    {
        if (_range is null || _range.Size > size || size - _range.Size > Few) return CompactRange.Load(size, new LedgerNodes(session));
        var range = _range;
        if (range.Size < size)
        {
            foreach (var leaf in session.Leaves(range.Size, size)) range = range.With(MerkleHash.OfEntry(leaf));
        }

        return range;
    }

    private static CompactRange Grow(Session session, CompactRange range, long size)
    {
        foreach (var leaf in session.Leaves(range.Size, size))
        {
            range = range.With(MerkleHash.OfEntry(leaf));
            for (var (level, count) = (0, range.Size); count % LedgerTile.Width == 0; level++)
            {
                count /= LedgerTile.Width;
                StoreTile(session, level, count - 1);
            }
        }

        return range;
    }

    private static void StoreTile(Session session, int level, long tile)
    {
        var hashes = new LedgerNodes(session).Hashes(level, tile);
        session.Post(
            LedgerSql.AddTile, ("@level", level), ("@n", tile), ("@hashes", hashes), ("@root", MerkleHash.OfComplete(hashes)));
    }

    private sealed record Sealed(CompactRange Range, LedgerSigner Signer, int KeyNumber, SignedCheckpoint? Checkpoint);
}
