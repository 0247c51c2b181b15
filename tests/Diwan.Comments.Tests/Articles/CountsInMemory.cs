using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation;

namespace Diwan.Comments.Tests.Articles;

/// <summary>A comment store that only counts; asking it for anything else fails the test.</summary>
internal sealed class CountsInMemory(params (string Article, int Count)[] counts) : ICommentStore
{
    public Task<IReadOnlyDictionary<string, int>> CountsAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct = default) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(counts.Where(count => articleIds.Contains(count.Article)).ToDictionary(count => count.Article, count => count.Count));

    public Task<IReadOnlyList<Comment>> LatestAsync(int limit, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<AddResult> AddAsync(NewComment comment, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<KnownKey?> FindKeyAsync(string articleId, string key, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<Comment?> FindAsync(string commentId, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<Comment?> FindByReceiptAsync(string receiptHash, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<RecentComment>> RecentAsync(string articleId, string? authorKey, DateTimeOffset since, int limit, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<Judgement?> JudgementAsync(string commentId, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<Decision>> DecisionsAsync(string commentId, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<bool> AppendAsync(Decision decision, CommentStatus status, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<ThreadPage> PageAsync(ThreadQuery query, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<ThreadPage> TreeAsync(ThreadQuery query, int repliesPerRoot, CancellationToken ct = default) => throw new NotSupportedException();
}
