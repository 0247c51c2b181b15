using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Diwan.Cluster.Tests.Load;

/// <summary>Asks a site or one of its nodes. An answer that does not come is null: whoever asked does not know what became of it.</summary>
internal sealed class Talk : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>To the site at an address.</summary>
    public Talk(Uri address, string? token = null)
    {
        _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Reads; the status, and the answer where it is JSON.</summary>
    public Task<(int Status, JsonElement Body)?> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, ct);

    /// <summary>Writes; the status, and the answer where it is JSON.</summary>
    public Task<(int Status, JsonElement Body)?> PostAsync(string path, object body, CancellationToken ct) => SendAsync(HttpMethod.Post, path, body, ct);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<(int Status, JsonElement Body)?> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await _http.SendAsync(request, ct);
            var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false;
            var bytes = await response.Content.ReadAsByteArrayAsync(ct);
            return ((int)response.StatusCode, isJson && bytes.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(bytes) : default);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }
}
