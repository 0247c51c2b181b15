namespace Diwan.Comments.Submitting;

/// <summary>A reader's submission as it came, before anything is known of it.</summary>
/// <param name="Article">Id or slug of the article.</param>
/// <param name="Author">The name field, exactly as decoded; null when the field was missing.</param>
/// <param name="Text">The comment field, exactly as decoded; null when the field was missing.</param>
/// <param name="ParentId">The comment it answers; null or empty at the first level.</param>
/// <param name="Email">For notices; null or empty when none.</param>
/// <param name="IdempotencyKey">The client's random key; null or empty when none.</param>
/// <param name="AuthorKey">Keyed hash of what is known of the sender (never an address); null when nothing is.</param>
/// <param name="Reader">Who sends it, as the publisher signed; null for a guest. Its name stands in place of the name field.</param>
public sealed record SubmitRequest(
    string Article, string? Author, string? Text, string? ParentId = null, string? Email = null,
    string? IdempotencyKey = null, string? AuthorKey = null, SignedReader? Reader = null);
