using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Diwan.Storage.Shared.Ledger;

namespace Diwan.Storage.Shared.Comments;

/// <summary>Keeps comments.</summary>
internal sealed class CommentStore(Database database, LedgerSealer sealer) : ICommentStore
{
    /// <inheritdoc/>
    public async Task<AddResult> AddAsync(NewComment comment, CancellationToken ct = default)
    {
        // Written out before the writer's turn: its time is for the disk.
        var judgement = StoredJson.Write(comment.Judgement with { Fingerprint = 0 }, StoredJson.Judgement);
        var reasons = StoredJson.Write(comment.First.Reasons, StoredJson.Reasons);
        var (refusal, entry) = await database.WriteAsync(
            session => CommentWriter.Add(session, comment, judgement, reasons), ct, new(comment.Comment.ArticleId, comment.Idempotency?.Key, comment.AddressDigest));
        return refusal ?? new AddResult.Added(new(entry, comment.LedgerKey, sealer.Latest!.Note));
    }

    /// <inheritdoc/>
    public Task<bool> AppendAsync(Decision decision, CommentStatus status, CancellationToken ct = default)
    {
        var reasons = StoredJson.Write(decision.Reasons, StoredJson.Reasons);
        return database.WriteAsync(session => CommentWriter.Append(session, decision, status, reasons), ct);
    }

    /// <inheritdoc/>
    public Task<KnownKey?> FindKeyAsync(string articleId, string key, CancellationToken ct = default) => database.ReadAsync(
        session => session.First(CommentSql.FindKey, row => new KnownKey(row.Text(0), row.Text(1)), ("@article", articleId), ("@key", key)), ct);

    /// <inheritdoc/>
    public Task<Comment?> FindAsync(string commentId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(CommentSql.Find, CommentRows.Comment, ("@id", commentId)), ct);

    /// <inheritdoc/>
    public Task<Comment?> FindByReceiptAsync(string receiptHash, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(CommentSql.FindByReceipt, CommentRows.Comment, ("@hash", receiptHash)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FingerprintEntry>> RecentInThreadAsync(string articleId, DateTimeOffset since, int limit, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<FingerprintEntry>>(
            session => session.All(
                CommentSql.RecentInThread, CommentRows.Fingerprint, ("@article", articleId), ("@since", since.UtcTicks), ("@limit", limit)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FingerprintEntry>> RecentByAuthorAsync(string authorKey, DateTimeOffset since, int limit, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<FingerprintEntry>>(
            session => session.All(
                CommentSql.RecentByAuthor, CommentRows.Fingerprint, ("@author_key", authorKey), ("@since", since.UtcTicks), ("@limit", limit)), ct);

    /// <inheritdoc/>
    public Task<Judgement?> JudgementAsync(string commentId, CancellationToken ct = default) => database.ReadAsync(
        session => session.First(
            CommentSql.Judgement,
            row => StoredJson.Read(row.Text(0), StoredJson.Judgement) with { Fingerprint = unchecked((ulong)row.Number(1)) }, ("@id", commentId)),
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Decision>> DecisionsAsync(string commentId, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<Decision>>(
            session => session.All(CommentSql.Decisions, CommentRows.Decision, ("@id", commentId)), ct);

    /// <inheritdoc/>
    public Task<ThreadPage> PageAsync(ThreadQuery query, CancellationToken ct = default) =>
        database.ReadPublishedAsync(session => ReadPage(session, query, rootsOnly: false), together: false, ct);

    /// <inheritdoc/>
    public Task<ThreadPage> TreeAsync(ThreadQuery query, int repliesPerRoot, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repliesPerRoot);
        return database.ReadPublishedAsync(
            session =>
            {
                var page = ReadPage(session, query, rootsOnly: true);
                var tree = new List<Comment>(page.Comments.Count * 2);
                foreach (var root in page.Comments)
                {
                    tree.Add(root);
                    if (root.Replies > 0 && repliesPerRoot > 0)
                        tree.AddRange(session.All(CommentSql.Descendants, CommentRows.Shown, ("@root", root.Id), ("@article", query.ArticleId), ("@limit", repliesPerRoot)));
                }

                return page with { Comments = tree };
            },
            together: true, ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Comment>> LatestAsync(int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        return database.ReadPublishedAsync<IReadOnlyList<Comment>>(session => session.All(CommentSql.Latest, CommentRows.Shown, ("@limit", limit)), together: false, ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, int>> CountsAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct = default) =>
        database.ReadPublishedAsync<IReadOnlyDictionary<string, int>>(
            session =>
            {
                var counts = new Dictionary<string, int>(articleIds.Count);
                foreach (var id in articleIds)
                {
                    if (session.Number(CommentSql.Approved, ("@article", id)) is { } approved) counts[id] = (int)approved;
                }

                return counts;
            },
            together: false, ct);

    private ThreadPage ReadPage(Session session, ThreadQuery query, bool rootsOnly)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 100);
        var list = $"{(rootsOnly ? "tree" : "thread")}:{query.Sort}:{query.ArticleId}";
        var start = query.After is null ? ThreadSql.Start(query.Sort) : database.Cursors.Read(list, query.After);

        // One more than asked for tells whether there is a next page.
        var comments = session.All(
            ThreadSql.Page(query.Sort, rootsOnly), CommentRows.Shown,
            ("@article", query.ArticleId), ("@rank", start.Rank), ("@at", start.At), ("@id", start.Id), ("@limit", query.Limit + 1));
        if (comments.Count <= query.Limit) return new(comments, null);
        comments.RemoveAt(query.Limit);
        return new(comments, database.Cursors.Write(list, ThreadSql.PositionOf(comments[^1], query.Sort)));
    }
}
