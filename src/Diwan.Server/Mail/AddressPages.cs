using Diwan.Comments.Notifying;
using Diwan.Comments.Retaining;
using Diwan.Comments.Stores;
using Diwan.Server.Pages;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Mail;

/// <summary>The private page of whoever reads an address's mail. Opening it changes nothing: mail programs open links by themselves.</summary>
internal sealed class AddressPages(
    SettleAddress settle, ArchivePerson archive, ErasePerson erase, IMailStore mail, PageRenderer renderer, WordBook book, PageOptions options)
{
    public async Task ReadAsync(HttpContext http, string token)
    {
        PrivateAnswer.Hide(http.Response.Headers);
        var notice = (string?)http.Request.Query["notice"];
        var known = await settle.ReadAsync(token, http.RequestAborted);
        if (known is null && notice is not ("erased" or "allowed"))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var words = book.In(Reader.Language(http));
        var html = await renderer.RenderAsync<AddressPage>(new Dictionary<string, object?>
        {
            ["Frame"] = new Frame(words, options.SiteName, words["address.title"]) { IsPrivate = true, LanguagePath = $"/m/{Uri.EscapeDataString(token)}" },
            ["Known"] = known,
            ["Comments"] = known is { State: AddressState.Confirmed } ? (await mail.CommentsOfAsync(known.Digest, http.RequestAborted)).Count : 0,
            ["Token"] = Uri.EscapeDataString(token),
            ["AsksErase"] = http.Request.Query.ContainsKey("erase"),
            ["Notice"] = notice,
        });
        http.Response.ContentType = Answer.Html;
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    // No check of where the form came from: whoever knows the token may act with it, and nobody else can.
    public async Task ConfirmAsync(HttpContext http, string token)
    {
        await settle.ConfirmAsync(token, http.RequestAborted);
        Back(http, token);
    }

    /// <summary>Also what mail programs send by themselves when their reader unsubscribes (RFC 8058).</summary>
    public async Task StopAsync(HttpContext http, string token)
    {
        await settle.RefuseAsync(token, http.RequestAborted);
        Back(http, token);
    }

    public async Task AllowAsync(HttpContext http, string token) =>
        Back(http, token, await settle.AllowAsync(token, http.RequestAborted) ? "?notice=allowed" : "");

    public async Task EraseAsync(HttpContext http, string token) => Back(http, token, await erase.RunAsync(token, http.RequestAborted) switch
    {
        null => "",
        { Kept: > 0 } => "?notice=held#erase",
        _ => "?notice=erased",
    });

    public async Task ArchiveAsync(HttpContext http, string token)
    {
        PrivateAnswer.Hide(http.Response.Headers);
        if (await archive.RunAsync(token, http.RequestAborted) is not { } made)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"diwan-person.json\"";
        await http.Response.Body.WriteAsync(made.Write(), http.RequestAborted);
    }

    private static void Back(HttpContext http, string token, string where = "")
    {
        PrivateAnswer.Hide(http.Response.Headers);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"/m/{Uri.EscapeDataString(token)}{where}";
    }
}
