namespace Diwan.Storage.Shared.Articles;

/// <summary>Statements on articles. A test asks the database how it would run each, and fails when one reads a whole table.</summary>
internal static class ArticleSql
{
    private const string Columns = """
        id, slug, language, headline, published_at, has_time_of_day, byline, dateline, editor, body,
        is_partial, is_own, url, source, section, is_thread_closed, imported_at
        """;

    public const string Find = $"""
        SELECT {Columns} FROM articles WHERE id = @key
        UNION ALL
        SELECT {Columns} FROM articles WHERE slug = @key
        LIMIT 1
        """;

    public const string FindByUrl = $"SELECT {Columns} FROM articles WHERE url = @url ORDER BY id LIMIT 1";

    public const string FindByHeadline = $"SELECT {Columns} FROM articles WHERE language = @language AND headline_key = @key ORDER BY id LIMIT 1";

    public const string Latest = $"SELECT {Columns} FROM articles WHERE is_dated = @dated ORDER BY sort_at DESC, id DESC LIMIT @limit";

    public const string Own = $"SELECT {Columns} FROM articles WHERE is_own = 1 AND is_dated = @dated ORDER BY sort_at DESC, id DESC LIMIT @limit";

    /// <summary>Walks the narrowest index: thousands of entries at most, asked for by health checks.</summary>
    public const string Count = "SELECT count(*) FROM articles";

    public const string SlugTaken = "SELECT 1 FROM articles WHERE slug = @slug";

    public const string Save = """
        INSERT INTO articles (
          id, slug, language, headline, headline_key, published_at, has_time_of_day, byline, dateline, editor, body,
          is_partial, is_own, url, source, section, is_thread_closed, imported_at)
        VALUES (
          @id, @slug, @language, @headline, @headline_key, @published_at, @has_time_of_day, @byline, @dateline, @editor, @body,
          @is_partial, @is_own, @url, @source, @section, @is_thread_closed, @imported_at)
        ON CONFLICT (id) DO UPDATE SET
          slug = excluded.slug, language = excluded.language, headline = excluded.headline, headline_key = excluded.headline_key,
          published_at = excluded.published_at, has_time_of_day = excluded.has_time_of_day, byline = excluded.byline,
          dateline = excluded.dateline, editor = excluded.editor, body = excluded.body, is_partial = excluded.is_partial,
          is_own = excluded.is_own, url = excluded.url, source = excluded.source, section = excluded.section,
          is_thread_closed = excluded.is_thread_closed, imported_at = excluded.imported_at
        """;

    public const string SetClosed = "UPDATE articles SET is_thread_closed = @closed WHERE id = @id";
}
