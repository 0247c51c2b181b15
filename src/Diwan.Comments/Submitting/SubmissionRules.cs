using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Diwan.Comments.Submitting;

/// <summary>What a submission must be to be taken in, apart from its article and parent. Says nothing of its content.</summary>
public static class SubmissionRules
{
    /// <summary>Every bad field of a request; empty when it may be taken in.</summary>
    public static IReadOnlyList<Refusal> Check(SubmitRequest request, SubmitOptions options)
    {
        var refusals = new List<Refusal>();
        if (CheckAuthor(request.Author, options) is { } author) refusals.Add(author);
        if (CheckText(request.Text, options) is { } text) refusals.Add(text);
        if (!string.IsNullOrEmpty(request.Email) && !IsEmail(request.Email)) refusals.Add(new("email", RefusalCode.EmailInvalid));
        if (request.IdempotencyKey is { } key && (key.Length > 200 || !IsWellFormed(key))) refusals.Add(new("idempotencyKey", RefusalCode.KeyInvalid, 200));
        return refusals;
    }

    private static Refusal? CheckText(string? text, SubmitOptions options) => text switch
    {
        null or "" => new("text", RefusalCode.TextEmpty),
        { Length: var length } when length > options.MaxText => new("text", RefusalCode.TextTooLong, options.MaxText),
        _ when !IsWellFormed(text) => new("text", RefusalCode.TextIllFormed),
        _ when string.IsNullOrWhiteSpace(text) => new("text", RefusalCode.TextEmpty),
        _ when !HasVisible(text) => new("text", RefusalCode.TextControlOnly),
        _ => null,
    };

    private static Refusal? CheckAuthor(string? author, SubmitOptions options) => author switch
    {
        null or "" => new("author", RefusalCode.AuthorMissing),
        { Length: var length } when length > options.MaxAuthor => new("author", RefusalCode.AuthorTooLong, options.MaxAuthor),
        _ when !IsWellFormed(author) || author.AsSpan().IndexOfAny("\r\n\u0085\u2028\u2029") >= 0 => new("author", RefusalCode.AuthorIllFormed),
        _ when !HasVisible(author) => new("author", RefusalCode.AuthorMissing),
        _ => null,
    };

    /// <summary>No lone surrogate, no NUL: what every store and every encoding can give back unchanged.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done || rune.Value == 0) return false;
            rest = rest[used..];
        }

        return true;
    }

    private static bool HasVisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
                return true;
        }

        return false;
    }

    // 254: longest address SMTP can carry (RFC 5321, 4.5.3.1.3).
    private static bool IsEmail(string email) =>
        email.Length <= 254 && IsWellFormed(email) && !email.Any(char.IsControl)
        && MailAddress.TryCreate(email, out var address) && address.Address == email && address.DisplayName.Length == 0
        && address.Host.Contains('.', StringComparison.Ordinal);
}
