using Diwan.Comments.Ledger;

namespace Diwan.Storage.Sqlite.Ledger;

/// <summary>At the end of a group, before it is committed: takes its entries into the tree, stores the tiles they fill, and signs the new checkpoint.</summary>
/// <remarks>One signature serves a whole group. What was computed counts only after the commit: a group that fails leaves the last state in force.</remarks>
internal sealed class LedgerSealer(LedgerKeys keys) : IDisposable
{
    private CompactRange? _range;
    private LedgerSigner? _signer;
    private int _keyNumber;
    private Sealed? _pending;
    private volatile SignedCheckpoint? _latest;

    /// <summary>The newest checkpoint this process has signed and committed; null before the first.</summary>
    public SignedCheckpoint? Latest => _latest;

    /// <summary>Seals what the group has appended.</summary>
    public void Seal(Session session)
    {
        _pending = null;
        var state = ReadState(session);
        if (state.Size == 0 || (_range is not null && _range.Size == state.Size && _keyNumber == state.KeyNumber)) return;

        var signer = _signer is not null && _keyNumber == state.KeyNumber ? _signer : keys.Current(session);
        if (state.Size == state.SealedSize)
        {
            // The first commit of this process, or the work of another one: nothing new to sign, but from now on it is known.
            var stored = session.First(LedgerSql.LatestCheckpoint, row => row.Text(0)) is { } note ? SignedCheckpoint.Read(note) : null;
            _pending = new(CompactRange.Load(state.Size, new LedgerNodes(session)), signer, state.KeyNumber, stored);
            return;
        }

        // The first key of all has appended its own entry.
        if (state.KeyNumber == 0) state = ReadState(session);

        // What another process has sealed meanwhile is read again from its tiles.
        var range = _range is not null && _range.Size == state.SealedSize ? _range : CompactRange.Load(state.SealedSize, new LedgerNodes(session));
        range = Grow(session, range, state.Size);

        var checkpoint = new Checkpoint(signer.Verifier.Name, state.Size, range.Root());
        // A change of keys is signed by both, so that who follows the old key is led to the new one.
        var isChange = _signer is not null && !ReferenceEquals(_signer, signer);
        var signed = isChange ? SignedCheckpoint.Sign(checkpoint, signer, _signer!) : SignedCheckpoint.Sign(checkpoint, signer);
        var fillsTile = state.SealedSize / LedgerTile.Width != state.Size / LedgerTile.Width;
        session.Execute(LedgerSql.DropCheckpoint, ("@size", state.SealedSize));
        session.Execute(LedgerSql.AddCheckpoint, ("@size", state.Size), ("@note", signed.Note), ("@kept", isChange || fillsTile ? 1L : 0L));
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

    private static CompactRange Grow(Session session, CompactRange range, long size)
    {
        foreach (var leaf in session.All(LedgerSql.Leaves, row => row.Bytes(0), ("@from", range.Size), ("@to", size)))
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
        session.Execute(
            LedgerSql.AddTile, ("@level", level), ("@n", tile), ("@hashes", hashes), ("@root", MerkleHash.OfComplete(hashes)));
    }

    private static State ReadState(Session session) =>
        session.First(LedgerSql.State, row => new State(row.Number(0), row.Count(1), row.Number(2)))!;

    private sealed record State(long Size, int KeyNumber, long SealedSize);

    private sealed record Sealed(CompactRange Range, LedgerSigner Signer, int KeyNumber, SignedCheckpoint? Checkpoint);
}
