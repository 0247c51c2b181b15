namespace Diwan.Storage.Shared.Suggestions;

/// <summary>Statements on suggestions.</summary>
internal static class SuggestionSql
{
    public const string Add = """
        INSERT INTO suggestions (text, scores, language, community_id, erasure_key, at, expires_at)
        VALUES (@text, @scores, @language, @community, @key, @at, @expires)
        """;

    public const string List = "SELECT text, scores, language, community_id, erasure_key, at, expires_at FROM suggestions ORDER BY seq LIMIT @limit";

    public const string Erase = "DELETE FROM suggestions WHERE erasure_key = @key";

    public const string EraseExpired = "DELETE FROM suggestions WHERE expires_at <= @now";
}
