using System.Globalization;
using System.Text.Json.Nodes;
using Diwan.Comments.Accounts;
using Diwan.Server.Hosting;
using Diwan.Server.Scoring.Wire;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Scoring.Keys;

/// <summary>Lets callers with a scorer's key through, each as often a minute as its quota says. The key comes as <c>key=</c>, as
/// <c>X-Goog-Api-Key</c> or as a bearer token.</summary>
internal sealed class KeyCheck(ManageTokens tokens, MinuteQuotas quotas, ServeOptions options, ScoringSettings settings)
{
    private const string Domain = "googleapis.com", Service = "commentanalyzer.googleapis.com";

    /// <summary>Checks one call.</summary>
    /// <param name="http">The call.</param>
    /// <param name="requests">How many requests it counts for.</param>
    /// <exception cref="WireException">No key, a bad key, one of another role, or too many requests.</exception>
    public async ValueTask CheckAsync(HttpContext http, int requests = 1)
    {
        if (options.Keyless) return;
        if (KeyOf(http.Request) is not { Length: > 0 } key)
        {
            throw new WireException(new(
                403, "PERMISSION_DENIED",
                "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API."));
        }

        if (await tokens.CheckAsync(key, http.RequestAborted) is not { } token)
            throw new WireException(new(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [Info("API_KEY_INVALID")]));
        if (token.Role is not (Role.Scorer or Role.Admin))
        {
            throw new WireException(new(
                403, "PERMISSION_DENIED", "The key is good, but its role may not ask for scores: diwan token create --role scorer makes one that may.",
                [Info("API_KEY_SERVICE_BLOCKED")]));
        }

        var perMinute = token.PerMinute ?? settings.PerMinute;
        if (!options.NoRateLimits && await quotas.TryTakeAsync(token.Id, perMinute, requests, http.RequestAborted) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            throw new WireException(QuotaExceeded(token.Id, perMinute, http.Request));
        }
    }

    private static JsonObject Info(string reason) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = reason, ["domain"] = Domain, ["metadata"] = new JsonObject { ["service"] = Service },
    };

    private static string? KeyOf(HttpRequest request)
    {
        const string bearer = "Bearer ";
        if (request.Query["key"] is [{ Length: > 0 } key, ..]) return key;
        if (request.Headers["X-Goog-Api-Key"] is [{ Length: > 0 } header, ..]) return header;
        return request.Headers.Authorization is [{ } authorization] && authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[bearer.Length..].Trim()
            : null;
    }

    private static WireError QuotaExceeded(string keyId, int perMinute, HttpRequest request)
    {
        const string name = "Analysis requests (AnalyzeComment)";
        var consumer = $"project_number:{keyId}";
        return new(
            429, "RESOURCE_EXHAUSTED",
            $"Quota exceeded for quota metric '{name}' and limit '{name} per minute' of service '{Service}' for consumer '{consumer}'.",
            [
                new JsonObject
                {
                    ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = "RATE_LIMIT_EXCEEDED", ["domain"] = Domain,
                    ["metadata"] = new JsonObject
                    {
                        ["quota_limit"] = "AnalyzeRequestsPerMinutePerProject",
                        ["quota_limit_value"] = perMinute.ToString(CultureInfo.InvariantCulture),
                        ["quota_location"] = "global",
                        ["quota_metric"] = "CommentAnalyzerService/analyze_requests",
                        ["service"] = Service,
                        ["consumer"] = consumer,
                    },
                },
                new JsonObject
                {
                    ["@type"] = "type.googleapis.com/google.rpc.Help",
                    ["links"] = new JsonArray(new JsonObject
                    {
                        ["description"] = "Ask whoever runs this server for a key with a higher limit: diwan token create --role scorer --per-minute N",
                        ["url"] = $"{request.Scheme}://{request.Host}/",
                    }),
                },
            ]);
    }
}
