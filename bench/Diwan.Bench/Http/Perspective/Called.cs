using System.Text;
using Diwan.Learning.Sets;
using Diwan.Moderation.Text;
using Diwan.Storage.Content;

namespace Diwan.Bench.Http.Perspective;

/// <summary>What is sent to be scored: a text and the language its caller claims.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">ISO 639 code.</param>
internal sealed record Called(string Text, string Language)
{
    /// <summary>The attribute asked for.</summary>
    public const string Attribute = "TOXICITY";

    /// <summary>Longest comment of the protocol, in bytes of UTF-8.</summary>
    public const int MaxBytes = 20_480;

    /// <summary>Texts from all over the sets, mixed, the same at every run; those that the server must score.</summary>
    public static Called[] Choose(string sets, EngineContent content, int count)
    {
        var rows = SetReader.Read(sets).ToArray();
        new Random(4).Shuffle(rows);
        return [.. rows.Select(row => new Called(row.Text, row.Language)).Where(called => called.IsScored(content)).Take(count)];
    }

    /// <summary>The longest comment there may be, put together from texts in English.</summary>
    public static Called Longest(IEnumerable<Called> texts)
    {
        var all = string.Join(' ', texts.Where(called => called.Language == "en" && called.Text.All(char.IsAscii)).Select(called => called.Text));
        return new(all[..MaxBytes], "en");
    }

    /// <summary>The score as the server must find it.</summary>
    public float Score(EngineContent content) => (float)content.Scorer.Score(NormalizedText.From(Text), Used(content)).First(score => score.Attribute == Attribute).Score;

    private bool IsScored(EngineContent content) =>
        Encoding.UTF8.GetByteCount(Text) is > 0 and <= MaxBytes && !string.IsNullOrWhiteSpace(Text)
        && content.Scorer.Supports(Attribute, Used(content)) && content.Scorer.Supports(Attribute, content.Languages.Identify(Text) with { Code = Language });

    private IdentifiedLanguage Used(EngineContent content) => LanguageChoice.Of(content.Languages.Identify(Text), Language);
}
