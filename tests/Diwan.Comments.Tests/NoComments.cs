using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation;

namespace Diwan.Comments.Tests;

/// <summary>A comment store of which every question fails the test; what a test asks for, it overrides.</summary>
internal abstract class NoComments : ICommentStore
{
    public virtual Task<IReadOnlyDictionary<string, int>> CountsAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<IReadOnlyList<Comment>> LatestAsync(int limit, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<AddResult> AddAsync(NewComment comment, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<KnownKey?> FindKeyAsync(string articleId, string key, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<Comment?> FindAsync(string commentId, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<Comment?> FindByReceiptAsync(string receiptHash, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<IReadOnlyList<FingerprintEntry>> RecentInThreadAsync(string articleId, DateTimeOffset since, int limit, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<IReadOnlyList<FingerprintEntry>> RecentByAuthorAsync(string authorKey, DateTimeOffset since, int limit, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<Judgement?> JudgementAsync(string commentId, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<IReadOnlyList<Decision>> DecisionsAsync(string commentId, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<bool> AppendAsync(Decision decision, CommentStatus status, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<ThreadPage> PageAsync(ThreadQuery query, CancellationToken ct = default) => throw new NotSupportedException();

    public virtual Task<ThreadPage> TreeAsync(ThreadQuery query, int repliesPerRoot, CancellationToken ct = default) => throw new NotSupportedException();
}
