using Diwan.Comments.Judging;
using Diwan.Comments.Publishing;
using Diwan.Comments.Receipts;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Receipts;

/// <summary>The private page of one comment's author. Reading it changes nothing; nobody keeps, lists or passes on its address.</summary>
internal sealed class ReceiptPages(
    ReadReceipt receipts, WithdrawComment withdraw, CitedGuidelines guidelines, IPipelineSource pipelines,
    PageRenderer renderer, WordBook book, PageOptions options)
{
    public async Task ReadAsync(HttpContext http, string receipt)
    {
        Hide(http.Response.Headers);
        if (await receipts.RunAsync(receipt, http.RequestAborted) is not { } opened)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var words = book.In(opened.Article.Language);
        var html = await renderer.RenderAsync<ReceiptPage>(new Dictionary<string, object?>
        {
            ["Frame"] = new Frame(words, options.SiteName, words["receipt.title"]) { IsPrivate = true },
            ["Opened"] = opened,
            ["Receipt"] = receipt,
            ["Cited"] = await guidelines.FindAsync(opened.Last, http.RequestAborted),
            ["Wait"] = pipelines.Current.Policy.UsualWait,
            ["Asks"] = http.Request.Query.ContainsKey("withdraw"),
        });
        http.Response.ContentType = Answer.Html;
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    // No check of where the form came from: whoever knows the receipt may act with it, and nobody else can.
    public async Task WithdrawAsync(HttpContext http, string receipt)
    {
        Hide(http.Response.Headers);
        await withdraw.RunAsync(receipt, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"/r/{Uri.EscapeDataString(receipt)}";
    }

    private static void Hide(IHeaderDictionary headers)
    {
        headers.CacheControl = Answer.NoStore;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
    }
}
