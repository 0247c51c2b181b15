using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Diwan.Browser.Tests;

/// <summary>A news site of another origin with a strict content security policy: <c>localhost</c>, where the comments are at <c>127.0.0.1</c>.</summary>
/// <remarks>Query of a page: <c>article</c>, <c>lang</c>, <c>theme=dark</c>; <c>included</c> for a thread its server puts into the page; <c>proxied</c>
/// for a script from this site's own <c>/talk/</c>, which is passed on to the comments.</remarks>
public sealed class PublisherSite : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly WebApplication _app;

    private PublisherSite(WebApplication app) => (_app, Origin) = (app, $"http://localhost:{new Uri(app.Urls.First()).Port}");

    public string Origin { get; }

    /// <summary>Where the comments are.</summary>
    public Uri Comments { get; set; } = new("http://127.0.0.1:1/");

    public static async Task<PublisherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        PublisherSite? site = null;
        app.MapGet("/style.css", () => TypedResults.Text(
            "body{margin:0 auto;max-width:44rem;padding:1rem;font-family:sans-serif;line-height:1.6;background:#fff;color:#222}a{color:inherit}.dark{background:#14171a;color:#e8e6e3}diwan-comments{display:block;min-height:100vh}", "text/css"));
        app.MapGet("/news", (HttpContext http) => site!.PageAsync(http));
        app.MapGet("/", (HttpContext http) => site!.FrontAsync(http));
        app.Map("/talk/{**path}", (HttpContext http, string path) => site!.PassOnAsync(http, path));
        await app.StartAsync();
        return site = new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task PageAsync(HttpContext http)
    {
        string? article = http.Request.Query["article"], language = http.Request.Query["lang"];
        var isProxied = http.Request.Query.ContainsKey("proxied");
        var isIncluded = http.Request.Query.ContainsKey("included");
        var comments = Comments.GetLeftPart(UriPartial.Authority);
        var script = isProxied ? "/talk/embed.js" : $"{comments}/embed.js";
        // What a server includes is read by browsers that run no script too: there its links must lead to the comments' own address.
        var included = isIncluded ? (await Http.GetStringAsync(new Uri(Comments, $"embed/{article}?lang={language}"))).Replace("=\"/", $"=\"{comments}/", StringComparison.Ordinal) : "<a href=\"/talk/\">Comments</a>";
        var from = isProxied ? "'self'" : comments;
        await WriteAsync(http, from, language ?? "en", $"{(isIncluded ? $"<link rel=\"stylesheet\" href=\"{comments}/embed.css\">" : "")}<script async src=\"{script}\"></script>",
            $"<h1>The bridge</h1><p>The council repairs the bridge.</p>\n<diwan-comments article=\"{article}\">{included}</diwan-comments>");
    }

    // The front page: how many comments there are under an address, said in a link and elsewhere, and the newest ones.
    private Task FrontAsync(HttpContext http)
    {
        var comments = Comments.GetLeftPart(UriPartial.Authority);
        string? address = http.Request.Query["address"], language = http.Request.Query["lang"];
        return WriteAsync(http, comments, language ?? "en", $"<script async src=\"{comments}/embed.js\"></script><script async src=\"{comments}/counts.js\"></script>",
            $"<h1>News</h1><p><a data-diwan-count href=\"{address}\">Comments</a> <span data-diwan-count=\"{address}\"></span></p>\n<diwan-latest limit=\"3\"></diwan-latest>");
    }

    private static Task WriteAsync(HttpContext http, string from, string language, string head, string body)
    {
        var direction = language is "ar" or "ckb" or "fa" ? "rtl" : "ltr";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {from}; connect-src {from}; style-src 'self' {from}; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types diwan";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>News</title>
            <link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">{head}</head>
            <body class="{http.Request.Query["theme"]}"><main>{body}</main></body></html>
            """);
    }

    private async Task PassOnAsync(HttpContext http, string path)
    {
        using var request = new HttpRequestMessage(new(http.Request.Method), new Uri(Comments, path + http.Request.QueryString));
        if (HttpMethods.IsPost(http.Request.Method))
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
        }

        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.StatusCode is not HttpStatusCode.NotModified) await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
