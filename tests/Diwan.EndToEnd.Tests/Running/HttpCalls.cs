using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Diwan.EndToEnd.Tests.Running;

/// <summary>Calls of the API as a program makes them: JSON out, JSON or text back, nothing hidden.</summary>
public static class HttpCalls
{
    public static Task<HttpAnswer> FetchAsync(this HttpClient http, string path, string? token = null) =>
        SendAsync(http, HttpMethod.Get, path, null, token);

    public static Task<HttpAnswer> PostAsync(this HttpClient http, string path, JsonNode body, string? token = null) =>
        SendAsync(http, HttpMethod.Post, path, body.ToJsonString(), token);

    /// <summary>Posts a body as it stands, however broken.</summary>
    public static Task<HttpAnswer> PostRawAsync(this HttpClient http, string path, string body, string? token = null) =>
        SendAsync(http, HttpMethod.Post, path, body, token);

    public static async Task<HttpAnswer> SendAsync(this HttpClient http, HttpMethod method, string path, string? body, string? token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body, new UTF8Encoding(false), "application/json");
        using var answer = await http.SendAsync(request);
        return new(
            (int)answer.StatusCode,
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await answer.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>What came back.</summary>
public sealed record HttpAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public string? MediaType => Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0] : null;

    /// <summary>A string property of the JSON answer; null when it is not there.</summary>
    public string? Get(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>Each refused field with its code, as <c>text:text_empty</c>.</summary>
    public IReadOnlyList<string> FieldErrors => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => $"{error.GetProperty("field").GetString()}:{error.GetProperty("code").GetString()}")]
        : [];
}
