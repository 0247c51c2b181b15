namespace Diwan.Client.Perspective;

/// <summary>Asks how a comment scores.</summary>
/// <param name="Text">The comment, plain text: at least one character, at most 20,480 bytes of UTF-8. A lone surrogate is sent as U+FFFD, which keeps offsets.</param>
/// <param name="Attributes">What to score, at least one; plain names will do: <c>["TOXICITY", "INSULT"]</c>.</param>
public sealed record AnalyzeRequest(string Text, IReadOnlyList<RequestedAttribute> Attributes)
{
    /// <summary>Languages of the text, BCP 47; detected when empty. All of them must be supported by every attribute.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Text of the article commented on; null when unknown.</summary>
    public string? Article { get; init; }

    /// <summary>Text of the comment replied to; null when it is no reply.</summary>
    public string? ParentComment { get; init; }

    /// <summary>Asks for the scores of single sentences beside that of the whole. Off unless set.</summary>
    public bool SpanAnnotations { get; init; }

    /// <summary>Forbids the site to keep the text. On unless set otherwise.</summary>
    public bool DoNotStore { get; init; } = true;

    /// <summary>Leaves out attributes that do not support the language instead of answering an error. Off unless set.</summary>
    public bool DropUnsupportedAttributes { get; init; }

    /// <summary>Opaque; comes back in the answer.</summary>
    public string? ClientToken { get; init; }

    /// <summary>Groups calls that belong together. Never an identity of a person.</summary>
    public string? SessionId { get; init; }

    /// <summary>Names the community whose norms apply.</summary>
    public string? CommunityId { get; init; }
}
