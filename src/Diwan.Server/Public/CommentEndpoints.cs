using System.Globalization;
using System.Text.Json;
using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Readers;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>Reading a thread, submitting to it, reporting from it.</summary>
internal sealed class CommentEndpoints(
    KnownArticles articles, ICommentStore comments, SubmitComment submit, ReportComment report, PageCache cache, ReaderKeys readers,
    ReaderTokens tokens, ILedgerStore ledger)
{
    private const int UsualLimit = 20;
    private const int MaxLimit = 100;

    public async Task ReadAsync(HttpContext http, string id, string? sort, string? after, string? limit)
    {
        if (!SortNames.TryRead(sort, out var order))
        {
            await Problems.Invalid("sort", "sort_unknown", "Sort by newest, oldest or replies.", null).WriteAsync(http);
            return;
        }

        var count = UsualLimit;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > MaxLimit))
        {
            await Problems.Invalid("limit", "limit_out_of_range", $"The limit is 1 to {MaxLimit}.", MaxLimit).WriteAsync(http);
            return;
        }

        if (await articles.FindAsync(id, http.RequestAborted) is not { } article)
        {
            await Problems.NotFound("There is no such article.").WriteAsync(http);
            return;
        }

        // The beginning of a thread in the sizes that are asked for all day is kept; a cursor is the reader's own way through it.
        var query = new ThreadQuery(article.Id, order, after, count);
        var isKept = after is null && (count is UsualLimit or MaxLimit);
        var answer = isKept
            ? await cache.GetAsync(article.Id, Variant(order, count), async () => await PageAsync(query))
            : await PageAsync(query);
        await Answer.SendAsync(http, answer!, PublicJson.ContentType, "Accept-Encoding");
    }

    public async Task SubmitAsync(HttpContext http, string id)
    {
        var (isGood, reader) = await tokens.CheckAsync(http.Request);
        if (!isGood)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.TokenInvalid.WriteAsync(http);
            return;
        }

        using var body = await JsonBody.ReadAsync(http);
        if (body is null) return;
        if (await body.TextsAsync(http, "author", "text", "parentId", "email", "idempotencyKey") is not { } texts) return;
        var result = await submit.RunAsync(
            new(id, texts[0], texts[1], texts[2], texts[3], texts[4], reader is null ? readers.Of(http) : readers.Of(reader), reader), http.RequestAborted);
        switch (result)
        {
            case SubmitResult.Accepted { Comment: var comment, Receipt: var receipt, Place: var place }:
                place ??= await ledger.PlaceOfCommentAsync(comment.Id, http.RequestAborted);
                await PublicJson.WriteAsync(
                    http, StatusCodes.Status202Accepted,
                    new AcceptedShape(
                        comment.Id, StatusName(comment.Status), comment.Hash, receipt, $"/r/{receipt}",
                        place is null ? null : new(place.Index, place.Key, place.Checkpoint)),
                    PublicJson.Instance.AcceptedShape);
                break;
            case SubmitResult.Refused refused:
                await Problems.Of(refused).WriteAsync(http);
                break;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} has no answer.");
        }
    }

    public async Task ReportAsync(HttpContext http, string id)
    {
        using var body = await JsonBody.ReadAsync(http);
        if (body is null) return;
        if (await body.TextsAsync(http, "guideline", "note") is not { } texts) return;
        var result = await report.RunAsync(id, texts[0], texts[1], readers.Of(http), http.RequestAborted);
        if (result is ReportResult.Taken or ReportResult.KnownAlready)
        {
            var isNew = result is ReportResult.Taken;
            await PublicJson.WriteAsync(
                http, isNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK,
                new ReportedShape(isNew ? "taken" : "known"), PublicJson.Instance.ReportedShape);
        }
        else
        {
            await Problems.Of(result).WriteAsync(http);
        }
    }

    /// <summary>A state as interfaces name it.</summary>
    public static string StatusName(CommentStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>A badge as interfaces name it; null for none.</summary>
    public static string? BadgeName(Badge badge) => badge is Badge.None ? null : badge.ToString().ToLowerInvariant();

    private static string Variant(ThreadSort order, int count) => (order, count) switch
    {
        (ThreadSort.Newest, UsualLimit) => "api newest",
        _ => string.Create(CultureInfo.InvariantCulture, $"api {order} {count}"),
    };

    private async Task<OpenEnded> PageAsync(ThreadQuery query)
    {
        var page = await comments.PageAsync(query);
        var shape = new CommentsShape([.. page.Comments.Select(ShapeOf)], page.Next);
        return new(JsonSerializer.SerializeToUtf8Bytes(shape, PublicJson.Instance.CommentsShape));
    }

    /// <summary>A published comment as the API shows it.</summary>
    public static CommentShape ShapeOf(Comment comment) => new(
        comment.Id, comment.Author, comment.Text, comment.At.ToUniversalTime(), comment.ParentId, comment.Hash,
        comment.Replies, comment.Depth, comment.Language) { Badge = BadgeName(comment.Badge) };
}
