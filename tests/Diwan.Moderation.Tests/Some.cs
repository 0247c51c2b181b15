using Diwan.Moderation.Decisions;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests;

/// <summary>Any valid value, where the test does not care which.</summary>
internal static class Some
{
    public static ModerationPolicy Policy(params Rule[] rules) => new()
    {
        Name = "Some policy",
        Version = "2026-01-01.1",
        Guidelines = [.. HouseGuidelines.Codes.Select((code, i) => Guideline(code, "1234567890p"[i]))],
        Rules = rules,
        Thresholds = new Dictionary<string, double> { [Attributes.Toxicity] = 0.6 },
    };

    public static Guideline Guideline(string code, char key) =>
        new(code, key, new Dictionary<string, string> { ["en"] = code }, new Dictionary<string, string> { ["en"] = $"No {code}." });

    public static Rule Rule(
        string attribute = Attributes.Threat, Outcome recommend = Outcome.Reject, double atLeast = 0.5,
        bool decides = false, string? detector = null, string? guideline = "threats", string id = "some-rule") =>
        new(id, guideline, attribute, detector, atLeast, recommend, decides);

    public static Signal Signal(string attribute = Attributes.Threat, double score = 0.9, string detector = "fixed") =>
        new(attribute, score, detector);

    public static Submission Submission(string text = "A remark about the article.", string author = "Shilan") =>
        new() { Text = text, Author = author };

    public static DetectionSubject Subject(string text = "A remark about the article.", string author = "Shilan") =>
        Subject(Submission(text, author));

    public static DetectionSubject Subject(Submission submission, string language = "en") => new(
        submission, NormalizedText.From(submission.Text), NormalizedText.From(submission.Author),
        new IdentifiedLanguage(language, "Latn", 1));
}
