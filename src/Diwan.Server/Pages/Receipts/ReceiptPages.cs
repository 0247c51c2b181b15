using Diwan.Comments.Judging;
using Diwan.Comments.Ledger;
using Diwan.Comments.Publishing;
using Diwan.Comments.Receipts;
using Diwan.Comments.Retaining;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Receipts;

/// <summary>The private page of one comment's author. Reading it changes nothing; nobody keeps, lists or passes on its address.</summary>
internal sealed class ReceiptPages(
    ReadReceipt receipts, WithdrawComment withdraw, AppealDecision appeal, EraseComment erase, ProveReceipt prove, CitedGuidelines guidelines, IPipelineSource pipelines,
    PageRenderer renderer, WordBook book, PageOptions options)
{
    public async Task ReadAsync(HttpContext http, string receipt)
    {
        PrivateAnswer.Hide(http.Response.Headers);
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
            ["AsksErase"] = http.Request.Query.ContainsKey("erase"),
            ["Notice"] = (string?)http.Request.Query["notice"],
        });
        http.Response.ContentType = Answer.Html;
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    // No check of where the form came from: whoever knows the receipt may act with it, and nobody else can.
    public async Task WithdrawAsync(HttpContext http, string receipt)
    {
        PrivateAnswer.Hide(http.Response.Headers);
        await withdraw.RunAsync(receipt, http.RequestAborted);
        Back(http, receipt);
    }

    public async Task AppealAsync(HttpContext http, string receipt)
    {
        PrivateAnswer.Hide(http.Response.Headers);
        var text = http.Request.HasFormContentType ? (string?)(await http.Request.ReadFormAsync(http.RequestAborted))["text"] : null;
        var result = await appeal.RunAsync(receipt, text, http.RequestAborted);
        Back(http, receipt, result is AppealResult.Taken ? "#appeal" : "?notice=appeal#appeal");
    }

    public async Task EraseAsync(HttpContext http, string receipt)
    {
        PrivateAnswer.Hide(http.Response.Headers);
        var result = await erase.ByReceiptAsync(receipt, http.RequestAborted);
        Back(http, receipt, result is EraseResult.Held ? "?notice=held#erase" : "");
    }

    public async Task ProofAsync(HttpContext http, string receipt)
    {
        PrivateAnswer.Hide(http.Response.Headers);
        if (await prove.RunAsync(receipt, http.RequestAborted) is not { } proof)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"diwan-proof.json\"";
        await http.Response.WriteAsync(proof.Write(), http.RequestAborted);
    }

    private static void Back(HttpContext http, string receipt, string where = "")
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"/r/{Uri.EscapeDataString(receipt)}{where}";
    }
}
