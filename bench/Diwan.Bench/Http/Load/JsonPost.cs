using System.Text;
using System.Text.Json;

namespace Diwan.Bench.Http.Load;

/// <summary>A request that carries JSON.</summary>
internal static class JsonPost
{
    /// <summary>Its bytes.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="token">Bearer token; null for none.</param>
    public static byte[] Bytes<T>(string path, T body, string? token = null)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body);
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        return [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{authorization}Content-Length: {json.Length}\r\n\r\n"), .. json];
    }
}
