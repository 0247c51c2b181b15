namespace Diwan.Client;

/// <summary>Says which Diwan site to talk to, and as whom.</summary>
public sealed class DiwanClientOptions
{
    /// <summary>Root of the site, such as <c>https://comments.example.org/</c>. A path in it is kept; a missing last slash is added. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Key of <see cref="Perspective.PerspectiveClient"/>: what <c>diwan token create --role scorer</c> prints. Sent as the query parameter <c>key</c>.</summary>
    public string? Key { get; set; }

    /// <summary>Bearer token of <see cref="Comments.CommentClient"/>: what <c>diwan token create --role site</c> prints. Only registering articles needs it.</summary>
    public string? Token { get; set; }

    /// <summary>Longest wait for a score, body included. 3 seconds unless set: a comment form should not hang on it.</summary>
    public TimeSpan ScoringTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest wait for an answer of the comment API, body included. 30 seconds unless set: a submission is acknowledged after it is on disk.</summary>
    public TimeSpan CommentTimeout { get; set; } = TimeSpan.FromSeconds(30);

    // HttpClient drops the last segment of a base address that does not end in a slash.
    internal Uri Root =>
        BaseAddress is not { IsAbsoluteUri: true } address ? throw new InvalidOperationException($"Set {nameof(DiwanClientOptions)}.{nameof(BaseAddress)} to the absolute address of the site.")
        : address.AbsoluteUri.EndsWith('/') ? address
        : new(address.AbsoluteUri + "/");
}
