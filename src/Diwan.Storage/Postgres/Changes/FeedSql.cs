namespace Diwan.Storage.Postgres.Changes;

/// <summary>Statements of the change feed.</summary>
internal static class FeedSql
{
    /// <summary>From the last one known on: it is there unless changes were lost, or so many came that it was pruned.</summary>
    public const string From = "SELECT seq, kind, key FROM changes WHERE seq >= @seq ORDER BY seq";
}
