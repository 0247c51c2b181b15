using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diwan.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Diwan.Server.Tests.Public;

/// <summary>A site whose database somebody else holds, with room for two waiting writes.</summary>
public sealed class BusySite : Site
{
    /// <inheritdoc/>
    protected override SqliteStoreOptions StoreIn(string folder) =>
        new() { Folder = folder, MaxWaitingWrites = 2, BusyAfter = TimeSpan.FromMilliseconds(200), LockTimeout = TimeSpan.FromMinutes(10) };
}

public sealed class BusyTests(BusySite site) : IClassFixture<BusySite>
{
    private const int Refused = 35;

    [Fact]
    public async Task Beyond_what_may_wait_every_submission_is_told_at_once_and_in_the_end_the_store_holds_exactly_what_was_accepted()
    {
        var article = await site.PublishAsync();
        List<Task<HttpResponseMessage>> sent;
        using (var holder = Hold())
        {
            // The writer has hold of those that came before it asked for the database, two wait inside, two for a place. Whoever comes now is turned away.
            sent = [.. Enumerable.Range(0, 40).Select(Send)];
            while (sent.Count(one => one.IsCompleted) < Refused)
            {
                Assert.InRange(sent.Count, 0, 200);
                sent.Add(Send(sent.Count));
                await Task.WhenAny(sent.Where(one => !one.IsCompleted));
            }

            foreach (var answer in sent.Where(one => one.IsCompleted).Select(one => one.Result))
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
                Assert.Equal("busy", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
            }

            var form = await site.Client.PostAsync($"/articles/{article.Slug}/comments", new FormUrlEncodedContent([new("author", "Dilan"), new("text", "Typed with care.")]));
            var page = Site.Parse(await form.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, form.StatusCode);
            Assert.Equal("Typed with care.", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=text]")!.Value.Trim());
            Assert.Contains("busy", page.QuerySelector(".refused")!.TextContent, StringComparison.Ordinal);
        }

        var answers = await Task.WhenAll(sent);
        var accepted = answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.InRange(accepted, 1, sent.Count - Refused);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable]));
        Assert.Equal(accepted, Stored());

        Task<HttpResponseMessage> Send(int number) => site.Client.PostAsJsonAsync($"/api/v1/articles/{article.Id}/comments", new { author = "Dilan", text = $"Comment {number}." });
    }

    private SqliteConnection Hold()
    {
        var holder = Open();
        using var command = holder.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return holder;
    }

    private long Stored()
    {
        using var reader = Open();
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM comments";
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={site.DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }
}
