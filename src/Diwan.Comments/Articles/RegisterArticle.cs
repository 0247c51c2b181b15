using System.Globalization;
using System.Text.RegularExpressions;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Articles;

/// <summary>The publisher's own CMS registers an article, so that its readers can comment on it here.</summary>
public sealed partial class RegisterArticle(ImportArticle import)
{
    /// <summary>Longest headline, byline and section, in UTF-16 units.</summary>
    public const int MaxLine = 500;

    /// <summary>Longest body or excerpt, in UTF-16 units: a long magazine piece ten times over.</summary>
    public const int MaxBody = 1_000_000;

    /// <summary>Takes the article in, or says everything that is wrong with it. The same address again updates the same article.</summary>
    public async Task<RegisterResult> RunAsync(RegisterRequest request, CancellationToken ct = default)
    {
        var refusals = new List<RegisterRefusal>();
        CheckText("url", request.Url, ArticleUrl.MaxLength, isRequired: true, refusals);
        CheckText("title", request.Title, MaxLine, isRequired: true, refusals);
        CheckText("language", request.Language, MaxLine, isRequired: true, refusals);
        CheckText("body", request.Body, MaxBody, isRequired: false, refusals);
        CheckText("excerpt", request.Excerpt, MaxBody, isRequired: false, refusals);
        CheckText("byline", request.Byline, MaxLine, isRequired: false, refusals);
        CheckText("section", request.Section, MaxLine, isRequired: false, refusals);

        var url = ArticleUrl.Normalize(request.Url);
        if (url is null) RefuseUnlessNamed("url", refusals);
        if (request.Language is not null && !LanguageCode.IsMatch(request.Language)) RefuseUnlessNamed("language", refusals);
        var published = PublishedOf(request.Published, out var hasTimeOfDay);
        if (published is null && !string.IsNullOrEmpty(request.Published)) RefuseUnlessNamed("published", refusals);
        if (refusals.Count > 0) return new RegisterResult.Refused(refusals);

        var body = ParagraphsOf(request.Body);
        var imported = await import.RunAsync(
            new()
            {
                Headline = OneLine(request.Title)!,
                Language = request.Language!.ToLowerInvariant(),
                PublishedAt = published,
                HasTimeOfDay = hasTimeOfDay,
                Byline = OneLine(request.Byline),
                Section = OneLine(request.Section),
                Body = body.Count > 0 ? body : ParagraphsOf(request.Excerpt),
                IsPartial = body.Count == 0,
                IsOwn = true,
                Url = url,
            }, ct);
        return new RegisterResult.Registered(imported.Article, imported.Outcome);
    }

    private static void CheckText(string field, string? value, int max, bool isRequired, List<RegisterRefusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            if (isRequired) refusals.Add(new(field, RegisterRefusalCode.Missing));
        }
        else if (value.Length > max)
        {
            refusals.Add(new(field, RegisterRefusalCode.TooLong, max));
        }
        else if (!SubmissionRules.IsWellFormed(value))
        {
            refusals.Add(new(field, RegisterRefusalCode.IllFormed));
        }
    }

    private static void RefuseUnlessNamed(string field, List<RegisterRefusal> refusals)
    {
        if (refusals.All(refusal => refusal.Field != field)) refusals.Add(new(field, RegisterRefusalCode.Invalid));
    }

    // A time without its offset names no moment: "2021-07-25T10:00" is refused rather than guessed at.
    private static DateTimeOffset? PublishedOf(string? published, out bool hasTimeOfDay)
    {
        hasTimeOfDay = false;
        if (DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        if (published is null || !Moment.IsMatch(published)) return null;
        hasTimeOfDay = DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        return hasTimeOfDay ? moment.ToUniversalTime() : null;
    }

    private static List<ArticleBlock> ParagraphsOf(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : [.. EmptyLine.Split(text).Select(OneLine).OfType<string>().Select(line => new ArticleBlock.Paragraph([new(line)]))];

    private static string? OneLine(string? text) => string.IsNullOrWhiteSpace(text) ? null : WhiteSpace.Replace(text, " ").Trim();

    [GeneratedRegex(@"^[A-Za-z]{2,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode { get; }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Moment { get; }

    [GeneratedRegex(@"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace { get; }
}
