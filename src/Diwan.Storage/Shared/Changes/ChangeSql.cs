namespace Diwan.Storage.Shared.Changes;

/// <summary>Statements on the table of changes.</summary>
internal static class ChangeSql
{
    /// <summary>How many changes are kept: a process that falls so far behind drops everything it caches anyway.</summary>
    public const int Kept = 10_000;

    public const string Append = "INSERT INTO changes (kind, key) VALUES (@kind, @key)";

    public const string Prune = "DELETE FROM changes WHERE seq <= (SELECT max(seq) FROM changes) - @kept";

    public const string Newest = "SELECT max(seq) FROM changes";

    public const string After = "SELECT seq, kind, key FROM changes WHERE seq > @seq ORDER BY seq";
}
