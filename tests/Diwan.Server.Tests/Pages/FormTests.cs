using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diwan.Comments.Articles;
using Diwan.Server.Tests.Mail;

namespace Diwan.Server.Tests.Pages;

public sealed class FormTests(MailSite site) : IClassFixture<MailSite>
{
    [Fact]
    public async Task A_sent_form_leads_to_its_receipt_and_keeps_line_ends_and_blanks()
    {
        var article = await site.PublishAsync();
        const string text = "\r\n  one\r\ntwo \n";

        var answer = await SendAsync(article, ("author", "Dilan"), ("text", text));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var receipt = await site.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Equal(text, receipt.QuerySelector(".comment .text")!.TextContent);
        Assert.Equal("pending", receipt.QuerySelector("[data-status]")!.GetAttribute("data-status"));
    }

    [Fact]
    public async Task A_multipart_form_is_taken_like_any_other()
    {
        var article = await site.PublishAsync();
        using var form = new MultipartFormDataContent { { new StringContent("Dilan"), "author" }, { new StringContent("one\r\ntwo"), "text" } };

        var answer = await site.Client.PostAsync($"/articles/{article.Slug}/comments", form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("one\r\ntwo", (await site.ReadAsync(answer.Headers.Location!.ToString())).QuerySelector(".comment .text")!.TextContent);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed_and_messages_by_the_fields_in_the_page_s_language()
    {
        var article = await site.PublishAsync(one => one with { Language = "tr" });

        var answer = await SendAsync(article, ("author", ""), ("text", "\n<kept> as typed"), ("email", "nowhere"));
        var page = Site.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("tr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("\n<kept> as typed", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=text]")!.TextContent);
        Assert.Equal("nowhere", page.QuerySelector<IHtmlInputElement>("input[name=email]")!.Value);
        Assert.Contains("author-error", page.QuerySelector("input[name=author]")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.NotEmpty(page.GetElementById("author-error")!.TextContent);
        Assert.NotEmpty(page.GetElementById("email-error")!.TextContent);
        Assert.Null(page.GetElementById("text-error"));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_comment_and_another_text_under_its_key_is_kept_and_asked_for_again()
    {
        var article = await site.PublishAsync();
        var page = await site.ReadAsync($"/articles/{article.Slug}");
        var key = page.QuerySelector<IHtmlInputElement>("input[name=idempotencyKey]")!.Value;
        var first = await SendAsync(article, ("author", "A"), ("text", "Once."), ("idempotencyKey", key));
        var again = await SendAsync(article, ("author", "A"), ("text", "Once."), ("idempotencyKey", key));
        var other = await SendAsync(article, ("author", "A"), ("text", "Twice."), ("idempotencyKey", key));
        var kept = Site.Parse(await other.Content.ReadAsStringAsync());

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("Twice.", kept.QuerySelector<IHtmlTextAreaElement>("textarea[name=text]")!.TextContent);
        Assert.NotEqual(key, kept.QuerySelector<IHtmlInputElement>("input[name=idempotencyKey]")!.Value);
        Assert.NotNull(kept.QuerySelector(".refused [data-field=idempotencyKey]"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_from_another_site_is_not_taken(string header, string value)
    {
        var article = await site.PublishAsync();
        var request = Request(article, ("author", "A"), ("text", "B"));
        request.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_form_from_this_site_is_taken()
    {
        var article = await site.PublishAsync();
        var request = Request(article, ("author", "A"), ("text", "B"));
        request.Headers.Add("Origin", site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_reply_is_written_without_a_script()
    {
        var article = await site.PublishAsync();
        var first = await site.ApprovedAsync(article, "What do you think?", "Azad");
        var page = await site.ReadUntilAsync($"/articles/{article.Slug}", one => one.QuerySelector("a.reply") is not null);
        var form = await site.ReadAsync(page.QuerySelector("a.reply")!.GetAttribute("href")!);
        var parent = form.QuerySelector<IHtmlInputElement>("form input[name=parentId]")!.Value;

        var answer = await SendAsync(article, ("author", "Dilan"), ("text", "The same."), ("parentId", parent));

        Assert.Equal("Reply to Azad", form.QuerySelector("#form h3")!.TextContent);
        Assert.Equal(first.Id, parent);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_closed_thread_has_no_form_and_takes_none()
    {
        var article = await site.PublishAsync(one => one with { IsThreadClosed = true });

        Assert.Null((await site.ReadAsync($"/articles/{article.Slug}")).QuerySelector("form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(article, ("author", "A"), ("text", "B"))).StatusCode);
    }

    [Fact]
    public async Task A_comment_is_reported_without_a_script()
    {
        var article = await site.PublishAsync();
        var comment = await site.ApprovedAsync(article, "Buy my book.");
        var page = await site.ReadAsync($"/comments/{comment.Id}/report");
        var path = page.QuerySelector("form")!.GetAttribute("action");

        var refused = await site.Client.PostAsync(path, new FormUrlEncodedContent([new("note", "An <advertisement>")]));
        var taken = await site.Client.PostAsync(path, new FormUrlEncodedContent([new("guideline", "personal-promotion")]));

        Assert.Equal(11, page.QuerySelectorAll("input[name=guideline]").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("An <advertisement>", Site.Parse(await refused.Content.ReadAsStringAsync()).QuerySelector("textarea")!.TextContent);
        Assert.NotNull(Site.Parse(await taken.Content.ReadAsStringAsync()).QuerySelector("[role=status]"));
        Assert.Single(await site.Store.Desk.OpenReportsAsync(comment.Id));
    }

    private Task<HttpResponseMessage> SendAsync(Article article, params (string Name, string Value)[] fields) => site.Client.SendAsync(Request(article, fields));

    private static HttpRequestMessage Request(Article article, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, $"/articles/{article.Slug}/comments")
        {
            Content = new StringContent(
                string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")), Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
}
