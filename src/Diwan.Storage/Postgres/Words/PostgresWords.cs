namespace Diwan.Storage.Postgres.Words;

/// <summary>What PostgreSQL is asked in place of a shared statement: where it needs the thread to find the partition, and where it has other words.</summary>
internal static class PostgresWords
{
    /// <summary>The thread of a comment known by its id alone, as <c>@id</c>.</summary>
    public const string ThreadOfId = "(SELECT t.article_id FROM comment_threads t WHERE t.id = @id)";

    /// <summary>The same, as <c>@comment</c>.</summary>
    public const string ThreadOfComment = "(SELECT t.article_id FROM comment_threads t WHERE t.id = @comment)";

    /// <summary>Shared statements, each with PostgreSQL's own.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(
        [.. CommentWords.All, .. DeskWords.All, .. RetentionWords.All, .. LedgerWords.All, .. OtherWords.All], StringComparer.Ordinal);

    /// <summary>The statement to send for a shared one.</summary>
    public static string Of(string shared) => All.TryGetValue(shared, out var own) ? own : shared;

    /// <summary>A shared statement with some of its words replaced.</summary>
    /// <exception cref="InvalidOperationException">One of them is not there: the shared statement has changed.</exception>
    public static KeyValuePair<string, string> Change(string shared, params ReadOnlySpan<(string Words, string Own)> changes)
    {
        var own = shared;
        foreach (var (words, replacement) in changes)
        {
            if (!own.Contains(words, StringComparison.Ordinal)) throw new InvalidOperationException($"No longer in the statement: {words}");
            own = own.Replace(words, replacement, StringComparison.Ordinal);
        }

        return new(shared, own);
    }
}
