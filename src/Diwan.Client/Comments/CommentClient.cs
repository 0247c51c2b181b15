using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Diwan.Client.Comments;

/// <summary>Talks to the comment API of a site: articles, threads, submissions, receipts, reports.</summary>
/// <remarks>
/// Every call throws <see cref="DiwanException"/> when the site refuses it, <see cref="HttpRequestException"/> when it cannot be reached or
/// answers what was not asked for, and <see cref="TaskCanceledException"/> when the time is up or the call was cancelled. Nothing is tried
/// twice: give a submission an <see cref="NewComment.IdempotencyKey"/> before trying again. Where an article's id is taken, so is its slug.
/// One client serves any number of calls at once.
/// </remarks>
/// <param name="http">Its base address is the root of the site and ends in a slash; its authorisation, where needed, is a bearer token.</param>
public sealed class CommentClient(HttpClient http)
{
    /// <summary>Finds an article by its address in the publisher's CMS; null when the site does not know it.</summary>
    /// <exception cref="DiwanException">422 <c>missing</c>: the address is empty.</exception>
    public Task<Article?> FindArticleAsync(string url, CancellationToken cancellation = default) =>
        FindAsync($"articles?url={Uri.EscapeDataString(url)}", CommentWire.Default.Article, cancellation);

    /// <summary>Finds an article by id or slug; null when there is none.</summary>
    public Task<Article?> GetArticleAsync(string article, CancellationToken cancellation = default) =>
        FindAsync($"articles/{Uri.EscapeDataString(article)}", CommentWire.Default.Article, cancellation);

    /// <summary>Registers an article of the publisher's own CMS, or updates the one with the same address.</summary>
    /// <exception cref="DiwanException">401 or 403: the token is missing or not a site's. 422: a field is <c>missing</c>, <c>too_long</c>, <c>ill_formed</c> or <c>invalid</c>.</exception>
    public Task<Article> RegisterArticleAsync(ArticleRegistration article, CancellationToken cancellation = default) =>
        PostAsync("articles", article, CommentWire.Default.ArticleRegistration, CommentWire.Default.Article, cancellation);

    /// <summary>Reads a part of a thread: approved comments only.</summary>
    /// <param name="article">Id or slug.</param>
    /// <param name="sort">Order of the thread.</param>
    /// <param name="after">Cursor from <see cref="CommentPage.Next"/>; null for the beginning.</param>
    /// <param name="limit">1 to 100 comments.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="DiwanException">404 <c>not_found</c>: no such article. 422 <c>limit_out_of_range</c>.</exception>
    public Task<CommentPage> ReadCommentsAsync(
        string article, CommentSort sort = CommentSort.Newest, string? after = null, int limit = 20, CancellationToken cancellation = default)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"articles/{Uri.EscapeDataString(article)}/comments?sort={Name(sort)}&limit={limit}");
        return GetAsync(after is null ? path : $"{path}&after={Uri.EscapeDataString(after)}", CommentWire.Default.CommentPage, cancellation);
    }

    /// <summary>Reads a whole thread, 100 comments a request, as far as it is enumerated. Comments approved meanwhile may be missing.</summary>
    /// <exception cref="DiwanException">404 <c>not_found</c>: no such article.</exception>
    public async IAsyncEnumerable<Comment> ReadAllCommentsAsync(
        string article, CommentSort sort = CommentSort.Oldest, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? after = null;
        do
        {
            var page = await ReadCommentsAsync(article, sort, after, limit: 100, cancellation).ConfigureAwait(false);
            foreach (var comment in page.Comments) yield return comment;
            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>Submits a comment. When this returns it is on disk; it is published once it is approved.</summary>
    /// <exception cref="DiwanException">404 <c>article_unknown</c>, 403 <c>thread_closed</c>, 409 <c>key_conflict</c>, 429; 422 with every bad field, such as <c>text_empty</c>.</exception>
    public Task<SubmittedComment> SubmitAsync(string article, NewComment comment, CancellationToken cancellation = default) =>
        PostAsync($"articles/{Uri.EscapeDataString(article)}/comments", comment, CommentWire.Default.NewComment, CommentWire.Default.SubmittedComment, cancellation);

    /// <summary>Counts approved comments by address; 0 for one the site does not know.</summary>
    /// <param name="urls">1 to 100 addresses of articles.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="DiwanException">422 <c>missing</c> or <c>too_many</c>.</exception>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IEnumerable<string> urls, CancellationToken cancellation = default)
    {
        var query = string.Join('&', urls.Select(url => $"url={Uri.EscapeDataString(url)}"));
        return (await GetAsync($"counts?{query}", CommentWire.Default.WireCounts, cancellation).ConfigureAwait(false)).Counts;
    }

    /// <summary>Opens a receipt; null when it is unknown.</summary>
    public Task<Receipt?> ReadReceiptAsync(string receipt, CancellationToken cancellation = default) =>
        FindAsync($"receipts/{Uri.EscapeDataString(receipt)}", CommentWire.Default.Receipt, cancellation);

    /// <summary>Takes the receipt's comment back, for good; doing it twice is doing it once.</summary>
    /// <exception cref="DiwanException">404 <c>not_found</c>; 409 <c>not_allowed</c> for a comment that is rejected or erased, <c>stale</c> while it is being decided on.</exception>
    public async Task<Receipt> WithdrawAsync(string receipt, CancellationToken cancellation = default)
    {
        using var answer = await http.PostAsync(Address($"receipts/{Uri.EscapeDataString(receipt)}/withdraw"), null, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, CommentWire.Default.Receipt, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reports a published comment to the desk.</summary>
    /// <param name="comment">The comment's id.</param>
    /// <param name="guideline">Code of the guideline it goes against, such as <c>personal-attacks</c>.</param>
    /// <param name="note">What the reader has to say; null for nothing.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>True for a new report, false when this reader had reported the comment already.</returns>
    /// <exception cref="DiwanException">404 <c>not_found</c>: no such published comment. 422 <c>guideline_unknown</c> or <c>note_malformed</c>.</exception>
    public async Task<bool> ReportAsync(string comment, string guideline, string? note = null, CancellationToken cancellation = default)
    {
        var path = $"comments/{Uri.EscapeDataString(comment)}/reports";
        var answer = await PostAsync(path, new WireReport(guideline, note), CommentWire.Default.WireReport, CommentWire.Default.WireReported, cancellation).ConfigureAwait(false);
        return answer.Status is "taken";
    }

    private static Uri Address(string path) => new("api/v1/" + path, UriKind.Relative);

    private static string Name(CommentSort sort) => sort switch
    {
        CommentSort.Newest => "newest",
        CommentSort.Oldest => "oldest",
        CommentSort.Replies => "replies",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "No such order."),
    };

    private async Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation) where T : class
    {
        using var answer = await http.GetAsync(Address(path), cancellation).ConfigureAwait(false);
        if (answer.StatusCode is not HttpStatusCode.NotFound) return await ReadAsync(answer, type, cancellation).ConfigureAwait(false);

        // Only the site itself may say that there is none: a wrong base address is a mistake to hear of.
        var problem = await CommentErrors.ReadAsync(answer, cancellation).ConfigureAwait(false);
        return problem.Code is "not_found" ? null : throw problem;
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(Address(path), cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, type, cancellation).ConfigureAwait(false);
    }

    private async Task<TAnswer> PostAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(Address(path), body, bodyType, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, answerType, cancellation).ConfigureAwait(false);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellation) => answer.IsSuccessStatusCode
        ? await JsonAnswer.ReadAsync(answer, type, cancellation).ConfigureAwait(false)
        : throw await CommentErrors.ReadAsync(answer, cancellation).ConfigureAwait(false);
}
