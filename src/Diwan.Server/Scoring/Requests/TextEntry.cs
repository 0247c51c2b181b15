using System.Text;
using Diwan.Server.Scoring.Wire;

namespace Diwan.Server.Scoring.Requests;

/// <summary>A comment or a text of its context, as requests carry it.</summary>
internal static class TextEntry
{
    /// <summary>Longest comment, in bytes of UTF-8.</summary>
    public const int MaxBytes = 20_480;

    private const int MaxContextBytes = 1 << 20;
    private static readonly string[] Types = ["TEXT_TYPE_UNSPECIFIED", "PLAIN_TEXT", "HTML"];

    /// <summary>The comment's text, checked in the order that callers know: empty, too long, no plain text.</summary>
    public static string Comment(Message request, ScoringSettings settings)
    {
        var comment = request.Child("comment");
        if (settings.Strict) comment?.Only("text", "type");
        var text = comment?.Text("text");
        if (string.IsNullOrWhiteSpace(text)) throw new WireException(WireError.Invalid("Comment must be non-empty.", "COMMENT_EMPTY"));
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > MaxBytes) throw new WireException(WireError.Invalid($"Comment text was too many bytes. Value ({bytes}) exceeded limit ({MaxBytes}).", "COMMENT_TOO_LONG"));
        PlainText(comment!);
        return text;
    }

    /// <summary>Checks the context, which no score rests on: one kind of it at most, plain text, a megabyte an entry.</summary>
    public static void CheckContext(Message request, ScoringSettings settings)
    {
        if (request.Child("context") is not { } context) return;
        if (settings.Strict) context.Only("entries", "articleAndParentComment");
        var entries = context.List("entries");
        var pair = context.Child("articleAndParentComment");
        if (entries.Count > 0 && pair is not null)
            throw new WireException(WireError.Invalid("Context can have either entries or article_and_parent_comment, but both fields were populated.", "INVALID_REQUEST"));
        foreach (var entry in entries.Concat(new[] { pair?.Child("article"), pair?.Child("parentComment") }.OfType<Message>()))
        {
            PlainText(entry);
            if (Encoding.UTF8.GetByteCount(entry.Text("text") ?? "") is var bytes && bytes > MaxContextBytes)
                throw new WireException(WireError.Invalid($"Context entry was too many bytes. Value ({bytes}) exceeded limit ({MaxContextBytes}).", "INVALID_REQUEST"));
        }
    }

    private static void PlainText(Message entry)
    {
        var type = entry.Enum("type", Types);
        if (type is "HTML") throw new WireException(WireError.Invalid("Currently, only 'PLAIN_TEXT' comments are supported", "INVALID_REQUEST"));
        if (!Types.Contains(type)) throw new WireException(WireError.Invalid("Unknown text type", "INVALID_REQUEST"));
    }
}
