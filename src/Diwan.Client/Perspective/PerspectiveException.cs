using System.Net;

namespace Diwan.Client.Perspective;

/// <summary>The site answered a call of the Perspective protocol with an error. The message is the server's own.</summary>
public sealed class PerspectiveException : Exception
{
    internal PerspectiveException(HttpStatusCode httpStatus, string message) : base(message) => HttpStatus = httpStatus;

    /// <summary>HTTP status: 400 for a request that cannot be answered, 403 without a key, 429 when the key's quota is used up.</summary>
    public HttpStatusCode HttpStatus { get; }

    /// <summary>Code in the body, the HTTP status again; null when the body is none of the protocol, as a proxy's page.</summary>
    public int? Code { get; init; }

    /// <summary>Stable name: <c>INVALID_ARGUMENT</c>, <c>PERMISSION_DENIED</c>, <c>RESOURCE_EXHAUSTED</c>. Null when the body is none of the protocol.</summary>
    public string? Status { get; init; }

    /// <summary>
    /// What is wrong with the request: <c>COMMENT_EMPTY</c>, <c>COMMENT_TOO_LONG</c>, <c>NO_REQUESTED_ATTRIBUTES</c>, <c>INVALID_REQUEST</c>,
    /// <c>LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE</c>, <c>LANGUAGE_DETECTION_FAILED</c>. Null when the error is about none of it.
    /// </summary>
    public string? ErrorType { get; init; }

    /// <summary>Attribute that does not support the language: leave it out and ask again. One at a time is named; null when it is another error.</summary>
    public string? UnsupportedAttribute { get; init; }

    /// <summary>Languages found in the text, likeliest first, where a language is what is wrong.</summary>
    public IReadOnlyList<string> DetectedLanguages { get; init; } = [];

    /// <summary>Languages the request claimed, where a language is what is wrong.</summary>
    public IReadOnlyList<string> RequestedLanguages { get; init; } = [];

    /// <summary>Reason in Google's terms, such as <c>API_KEY_INVALID</c> or <c>RATE_LIMIT_EXCEEDED</c>; null when the server gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the server asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
