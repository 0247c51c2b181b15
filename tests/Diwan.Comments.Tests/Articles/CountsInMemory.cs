namespace Diwan.Comments.Tests.Articles;

/// <summary>A comment store that only counts; asking it for anything else fails the test.</summary>
internal sealed class CountsInMemory(params (string Article, int Count)[] counts) : NoComments
{
    public override Task<IReadOnlyDictionary<string, int>> CountsAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct = default) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(counts.Where(count => articleIds.Contains(count.Article)).ToDictionary(count => count.Article, count => count.Count));
}
