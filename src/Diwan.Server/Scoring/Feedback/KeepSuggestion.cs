using System.Text.Json;
using System.Text.Json.Nodes;
using Diwan.Comments.Stores;
using Diwan.Server.Scoring.Requests;

namespace Diwan.Server.Scoring.Feedback;

/// <summary>Keeps a suggestion where the publisher wants suggestions kept and its sender allows it.</summary>
internal sealed class KeepSuggestion(ISuggestionStore suggestions, ScoringSettings settings, TimeProvider clock)
{
    private const int LongestKey = 500;
    private const string CoralToken = "comment:";

    /// <summary>Keeps it, or does nothing. Returns when what was kept is erased; null when nothing was kept.</summary>
    /// <param name="request">The suggestion.</param>
    /// <param name="language">ISO 639 code of what the comment is in.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DateTimeOffset?> RunAsync(SuggestRequest request, string language, CancellationToken ct)
    {
        if (!settings.KeepSuggestions || request.DoNotStore || request.Scores.Count == 0) return null;
        var now = clock.GetUtcNow();
        var until = now.AddDays(settings.KeepDays);
        await suggestions.AddAsync(new(request.Text, request.Scores.ToDictionary(), language, request.CommunityId, ErasureKey(request), now, until), ct);
        return until;
    }

    /// <summary>The id by which the other system knows the comment: Coral writes it into the context and the client token.</summary>
    private static string? ErasureKey(SuggestRequest request)
    {
        var key = FromContext(request.Context) ?? request.ClientToken;
        if (key is null) return null;
        key = key.StartsWith(CoralToken, StringComparison.Ordinal) ? key[CoralToken.Length..] : key;
        return key.Length is > 0 and <= LongestKey ? key : null;
    }

    private static string? FromContext(string? context)
    {
        try
        {
            return context is null ? null : JsonNode.Parse(context) is JsonObject members && members["Coral_comment_id"] is JsonValue id && id.GetValueKind() is JsonValueKind.String
                ? id.GetValue<string>() : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // Somebody else's context, which need not be JSON.
            return null;
        }
    }
}
