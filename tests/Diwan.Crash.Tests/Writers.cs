using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Diwan.Crash.Tests;

/// <summary>Sixteen connections that comment and decide until the server is gone, and note what they were told.</summary>
internal sealed class Writers(HttpClient http, string slug, string token)
{
    private const int Connections = 16;

    private int _acknowledged;

    /// <summary>Comments that were answered with 202: id → text.</summary>
    public ConcurrentDictionary<string, string> Comments { get; } = new();

    /// <summary>Comments whose approval was answered with 200.</summary>
    public ConcurrentDictionary<string, bool> Approved { get; } = new();

    /// <summary>Writes until the connection breaks; calls <paramref name="kill"/> after so many acknowledgements of this round.</summary>
    public async Task RunAsync(Uri server, int killAfter, Func<Task> kill, CancellationToken ct)
    {
        _acknowledged = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Enumerable.Range(0, Connections).Select(_ => WriteAsync(server, killAfter, enough, ct)).ToArray();
        var ended = Task.WhenAll(writing);
        // A writer that fails for another reason than the kill ends the round with its own error.
        if (await Task.WhenAny(enough.Task, ended) == ended) await ended;
        await kill();
        await ended;
    }

    private async Task WriteAsync(Uri server, int killAfter, TaskCompletionSource enough, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var text = $"Written before a crash: {Guid.NewGuid():N}";
                using var taken = await http.PostAsJsonAsync(new Uri(server, $"/api/v1/articles/{slug}/comments"), new { author = "Azad", text }, ct);
                Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
                var id = (await taken.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetString()!;
                Assert.True(Comments.TryAdd(id, text), "one id was given twice");
                Count();

                using var decide = new HttpRequestMessage(HttpMethod.Post, new Uri(server, $"/api/v1/desk/comments/{id}/decisions"))
                {
                    Content = JsonContent.Create(new { outcome = "approve", version = 1 }),
                    Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
                };
                using var decided = await http.SendAsync(decide, ct);
                Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
                Approved[id] = true;
                Count();
            }
        }
        catch (HttpRequestException) when (enough.Task.IsCompleted)
        {
            // Killed.
        }
        catch (IOException) when (enough.Task.IsCompleted)
        {
            // Killed in the middle of an answer: whatever it said, it was not heard.
        }

        void Count()
        {
            if (Interlocked.Increment(ref _acknowledged) == killAfter) enough.TrySetResult();
        }
    }
}
