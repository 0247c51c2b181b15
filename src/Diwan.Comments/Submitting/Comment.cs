namespace Diwan.Comments.Submitting;

/// <summary>The lasting thing: its text, name, article, parent and time are fixed for ever. Only its status moves.</summary>
public sealed record Comment
{
    /// <summary>32 hexadecimal digits, rising with time (UUID version 7).</summary>
    public required string Id { get; init; }

    /// <summary>The article it stands under.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The comment it answers; null at the first level.</summary>
    public string? ParentId { get; init; }

    /// <summary>The first-level comment it descends from; its own id at the first level.</summary>
    public required string RootId { get; init; }

    /// <summary>0 at the first level.</summary>
    public int Depth { get; init; }

    /// <summary>The author's name, exactly as received.</summary>
    public required string Author { get; init; }

    /// <summary>What stands beside the name.</summary>
    public Badge Badge { get; init; }

    /// <summary>The text, exactly as received.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the UTF-8 text, 64 lower-case hexadecimal digits, fixed on receipt.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What language it was taken to be in; ISO 639 code or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where it stands.</summary>
    public required CommentStatus Status { get; init; }

    /// <summary>Counts its decisions, from 1; a decision names the version it was made on.</summary>
    public required int Version { get; init; }

    /// <summary>How many approved replies it has, at any depth.</summary>
    public int Replies { get; init; }
}
