using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>Finding and registering articles.</summary>
internal sealed class ArticleEndpoints(IArticleStore articles, KnownCounts counted, RegisterArticle register, ArticleByAddress addresses, WordBook book)
{
    // What fits into one address line of about 8 KB.
    private const int MaxCounts = 100;

    public async Task FindByUrlAsync(HttpContext http, string? url)
    {
        if (string.IsNullOrEmpty(url)) await Problems.Invalid("url", "missing", "Ask for an article by its url.", null).WriteAsync(http);
        else await ShowAsync(http, await addresses.FindAsync(url, http.RequestAborted) is { } known ? await articles.FindAsync(known.Id, http.RequestAborted) : null);
    }

    public async Task FindAsync(HttpContext http, string id) => await ShowAsync(http, await articles.FindAsync(id, http.RequestAborted));

    public async Task RegisterAsync(HttpContext http)
    {
        using var body = await JsonBody.ReadAsync(http);
        if (body is null) return;
        if (await body.TextsAsync(http, "url", "title", "language", "published", "body", "excerpt", "byline", "section") is not { } texts) return;
        var result = await register.RunAsync(
            new()
            {
                Url = texts[0], Title = texts[1], Language = texts[2], Published = texts[3],
                Body = texts[4], Excerpt = texts[5], Byline = texts[6], Section = texts[7],
            },
            http.RequestAborted);
        switch (result)
        {
            case RegisterResult.Registered registered:
                var isNew = registered.Outcome is ImportOutcome.Added;
                http.Response.Headers.Location = $"/api/v1/articles/{registered.Article.Id}";
                await PublicJson.WriteAsync(
                    http, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK,
                    await ShapeAsync(registered.Article, http.RequestAborted), PublicJson.Instance.ArticleShape);
                break;
            case RegisterResult.Refused refused:
                await Problems.Of(refused).WriteAsync(http);
                break;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} has no answer.");
        }
    }

    public async Task CountsAsync(HttpContext http, string? lang)
    {
        var urls = http.Request.Query["url"].OfType<string>().Distinct().ToList();
        if (urls.Count is 0 or > MaxCounts)
        {
            await Problems.Invalid("url", urls.Count == 0 ? "missing" : "too_many", $"Ask for 1 to {MaxCounts} urls.", MaxCounts).WriteAsync(http);
            return;
        }

        var found = new Dictionary<string, string>();
        foreach (var url in urls)
        {
            if (await addresses.FindAsync(url, http.RequestAborted) is { } article) found[url] = article.Id;
        }

        var counts = await counted.CountAsync([.. found.Values.Distinct()], http.RequestAborted);
        var shape = new CountsShape(urls.ToDictionary(url => url, url => found.TryGetValue(url, out var id) ? counts.GetValueOrDefault(id) : 0));
        if (lang is not null)
        {
            var words = book.In(Reader.Known(lang) ?? "en");
            shape = shape with { Texts = shape.Counts.ToDictionary(one => one.Key, one => words.Count("article.comments", one.Value)) };
        }

        http.Response.Headers.CacheControl = Pages.Rendering.Answer.Public;
        await PublicJson.WriteAsync(http, StatusCodes.Status200OK, shape, PublicJson.Instance.CountsShape);
    }

    private async Task ShowAsync(HttpContext http, Article? article)
    {
        if (article is null)
        {
            await Problems.NotFound("There is no such article.").WriteAsync(http);
            return;
        }

        http.Response.Headers.CacheControl = Pages.Rendering.Answer.Public;
        await PublicJson.WriteAsync(http, StatusCodes.Status200OK, await ShapeAsync(article, http.RequestAborted), PublicJson.Instance.ArticleShape);
    }

    private async Task<ArticleShape> ShapeAsync(Article article, CancellationToken ct)
    {
        var counts = await counted.CountAsync([article.Id], ct);
        return new(
            article.Id, article.Slug, $"/articles/{article.Slug}", article.Url, article.Headline, article.Language, article.PublishedAt,
            article.Byline, article.IsPartial, article.IsThreadClosed, counts.GetValueOrDefault(article.Id));
    }
}
