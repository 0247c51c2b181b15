using System.Net.Http.Headers;
using System.Text.Json;

namespace Diwan.Server.Tests.Live;

/// <summary>A reader who follows a thread, event by event.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private EventStream(HttpResponseMessage answer, StreamReader lines) => (_answer, _lines) = (answer, lines);

    public HttpContentHeaders Headers => _answer.Content.Headers;

    public string LastId { get; private set; } = "";

    public static async Task<EventStream> OpenAsync(HttpClient client, string articleId, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/articles/{articleId}/events");
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new(answer, new(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event's kind and data, whatever silence lies before it.</summary>
    public async Task<(string Kind, JsonElement Data)> NextAsync()
    {
        var kind = "";
        while (await LineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) LastId = line[4..];
            if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return (kind, JsonDocument.Parse(line[6..]).RootElement);
        }

        throw new EndOfStreamException("The server ended the stream.");
    }

    public async Task<string?> LineAsync()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _lines.ReadLineAsync(end.Token);
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
