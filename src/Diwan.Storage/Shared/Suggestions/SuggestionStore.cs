using Diwan.Comments.Judging;
using Diwan.Comments.Stores;

namespace Diwan.Storage.Shared.Suggestions;

/// <summary>Keeps suggestions.</summary>
internal sealed class SuggestionStore(Database database) : ISuggestionStore
{
    /// <inheritdoc/>
    public Task AddAsync(Suggestion suggestion, CancellationToken ct = default) => database.WriteAsync(
        session => session.Execute(
            SuggestionSql.Add,
            ("@text", suggestion.Text), ("@scores", StoredJson.Write(suggestion.Scores, StoredJson.Scores)), ("@language", suggestion.Language),
            ("@community", suggestion.CommunityId), ("@key", suggestion.ErasureKey),
            ("@at", suggestion.At.UtcTicks), ("@expires", suggestion.ExpiresAt.UtcTicks)),
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Suggestion>> ListAsync(int limit, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<Suggestion>>(session => session.All(SuggestionSql.List, Read, ("@limit", (long)limit)), ct);

    /// <inheritdoc/>
    public Task<int> EraseAsync(string erasureKey, CancellationToken ct = default) =>
        database.WriteAsync(session => session.Execute(SuggestionSql.Erase, ("@key", erasureKey)), ct);

    /// <inheritdoc/>
    public Task<int> EraseExpiredAsync(DateTimeOffset now, CancellationToken ct = default) =>
        database.WriteAsync(session => session.Execute(SuggestionSql.EraseExpired, ("@now", now.UtcTicks)), ct);

    private static Suggestion Read(Row row) => new(
        row.Text(0), StoredJson.Read(row.Text(1), StoredJson.Scores), row.Text(2), row.TextOrNull(3), row.TextOrNull(4), row.Time(5), row.Time(6));
}
