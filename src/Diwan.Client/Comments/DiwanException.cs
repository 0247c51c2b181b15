using System.Net;

namespace Diwan.Client.Comments;

/// <summary>The site refused a call of the comment API. The message is the server's sentence, English, for people who write programs.</summary>
public sealed class DiwanException : Exception
{
    internal DiwanException(HttpStatusCode status, string message) : base(message) => Status = status;

    /// <summary>HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Stable, in snake case, such as <c>thread_closed</c> or <c>text_empty</c>: what to branch on. Null when the answer is no problem of the site, as a proxy's page.</summary>
    public string? Code { get; init; }

    /// <summary>Every bad field; empty when the refusal is about none.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>How long the site asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>One bad field of a request.</summary>
/// <param name="Field">Its name in the API.</param>
/// <param name="Code">Why, stable, in snake case.</param>
/// <param name="Detail">One English sentence.</param>
/// <param name="Limit">The bound that was passed, such as UTF-16 units; null where there is none.</param>
public sealed record FieldProblem(string Field, string Code, string Detail, int? Limit);
