using System.Buffers.Binary;
using System.Globalization;
using Diwan.Comments.Ledger;
using Diwan.Comments.Stores;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>Reads the ledger, and notes what belongs to no other store.</summary>
internal sealed class LedgerStore(Database database, LedgerKeys keys, LedgerSealer sealer) : ILedgerStore
{
    private readonly TileTrees _trees = new();

    /// <inheritdoc/>
    public async Task<SignedCheckpoint?> LatestAsync(CancellationToken ct = default)
    {
        var stored = await database.ReadAsync(session => session.First(LedgerSql.LatestCheckpoint, row => row.Text(0)), ct);
        return stored is null ? null : sealer.Latest?.Note == stored ? sealer.Latest : SignedCheckpoint.Read(stored);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SignedCheckpoint>> CheckpointsAsync(CancellationToken ct = default) => database.ReadAsync<IReadOnlyList<SignedCheckpoint>>(
        session => session.All(
            LedgerSql.Checkpoints, row => SignedCheckpoint.Read(row.Text(0)) ?? throw new InvalidDataException("A stored checkpoint is none.")),
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerKey>> KeysAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<LedgerKey>>(session => session.All(LedgerSql.Keys, LedgerKeys.Read), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerEntry>> EntriesAsync(long from, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 4_096);
        return database.ReadTogetherAsync<IReadOnlyList<LedgerEntry>>(
            session => [.. session.All(LedgerSql.Entries, LedgerRows.Stored, ("@from", from), ("@to", from + limit)).Select(stored => LedgerRows.Entry(session, stored))],
            ct);
    }

    /// <inheritdoc/>
    public Task<LedgerEntry?> OfCommentAsync(string commentId, CancellationToken ct = default) => database.ReadTogetherAsync(
        session => session.First(LedgerSql.OfComment, LedgerRows.Stored, ("@id", commentId)) is { } stored ? LedgerRows.Entry(session, stored) : null, ct);

    /// <inheritdoc/>
    public Task<LedgerPlace?> PlaceOfCommentAsync(string commentId, CancellationToken ct = default) => database.ReadTogetherAsync(
        session => session.First(LedgerSql.OfComment, LedgerRows.Stored, ("@id", commentId)) is { Key: { } key } stored
            && session.First(LedgerSql.LatestCheckpoint, row => row.Text(0)) is { } note
                ? new LedgerPlace(stored.Index, key, note)
                : null,
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<byte[]>> ProveInclusionAsync(long index, long size, CancellationToken ct = default) =>
        database.ReadTogetherAsync(session => MerkleProof.Inclusion(index, size, new LedgerNodes(session, _trees)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<byte[]>> ProveConsistencyAsync(long older, long newer, CancellationToken ct = default) =>
        database.ReadTogetherAsync(session => MerkleProof.Consistency(older, newer, new LedgerNodes(session, _trees)), ct);

    /// <inheritdoc/>
    public Task<byte[]?> TileAsync(int level, long index, int width, CancellationToken ct = default) => database.ReadTogetherAsync(
        session =>
        {
            var hashes = new LedgerNodes(session, _trees).Hashes(level, index);
            return hashes.Length < width * MerkleHash.Length ? null : hashes[..(width * MerkleHash.Length)];
        },
        ct);

    /// <inheritdoc/>
    public Task<byte[]?> BundleAsync(long index, int width, CancellationToken ct = default) => database.ReadAsync(
        session =>
        {
            var from = index * LedgerTile.Width;
            var leaves = session.All(LedgerSql.Leaves, row => row.Bytes(0), ("@from", from), ("@to", from + width));
            if (leaves.Count < width) return null;
            var bundle = new byte[width * (2 + Leaf.Length)];
            for (var place = 0; place < width; place++)
            {
                var entry = bundle.AsSpan(place * (2 + Leaf.Length));
                BinaryPrimitives.WriteUInt16BigEndian(entry, Leaf.Length);
                leaves[place].CopyTo(entry[2..]);
            }

            return bundle;
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> StraysAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<string>>(session => session.All(LedgerSql.Strays, row => row.Text(0)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerTile>> TilesAsync(int level, long from, int limit, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<LedgerTile>>(
            session => session.All(
                LedgerSql.Tiles, row => new LedgerTile(row.Number(0), row.Bytes(1), row.Bytes(2)), ("@level", level), ("@from", from), ("@limit", limit)),
            ct);

    /// <inheritdoc/>
    public Task NoteModelAsync(string version, DateTimeOffset at, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            if (session.First(LedgerSql.LastModel, row => row.Text(0)) == version) return false;
            var seq = session.Number(LedgerSql.AddModel, ("@version", version), ("@at", at.UtcTicks))!.Value;
            LedgerWriter.Append(session, LedgerKind.Model, seq.ToString(CultureInfo.InvariantCulture), LedgerRecord.Model(version, at));
            return true;
        },
        ct);

    /// <inheritdoc/>
    public Task<LedgerKey> RotateAsync(bool isLost, DateTimeOffset at, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            keys.Rotate(session, isLost, at).Dispose();
            return session.All(LedgerSql.Keys, LedgerKeys.Read)[^1];
        },
        ct);
}
