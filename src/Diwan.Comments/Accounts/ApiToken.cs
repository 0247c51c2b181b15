namespace Diwan.Comments.Accounts;

/// <summary>A bearer token for the API, known by its hash alone.</summary>
/// <param name="Id">8 hexadecimal digits, for <c>diwan token revoke</c>.</param>
/// <param name="Hash">SHA-256 of the token, lower-case hexadecimal.</param>
/// <param name="Role">What it may do.</param>
/// <param name="AccountId">The account that decisions made with it name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when it is refused; null for never.</param>
/// <param name="RevokedAt">From when it is refused; null when it was not revoked.</param>
/// <param name="PerMinute">Scoring requests it may make in a minute; null for the site's usual number.</param>
public sealed record ApiToken(
    string Id, string Hash, Role Role, string AccountId, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt,
    int? PerMinute = null);
