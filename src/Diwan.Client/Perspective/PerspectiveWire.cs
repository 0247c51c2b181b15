using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diwan.Client.Perspective;

// What goes over the wire, named as there.
internal sealed record WireText(string Text);

internal sealed record WireContext(WireArticle? ArticleAndParentComment);

internal sealed record WireArticle(WireText? Article, WireText? ParentComment);

internal sealed record WireRequestedAttribute(float? ScoreThreshold);

internal sealed record WireAnalyze(
    WireText Comment, WireContext? Context, Dictionary<string, WireRequestedAttribute> RequestedAttributes, IReadOnlyList<string>? Languages,
    bool SpanAnnotations, bool DoNotStore, bool DropUnsupportedAttributes, string? ClientToken, string? SessionId, string? CommunityId);

internal sealed record WireSuggest(
    WireText Comment, Dictionary<string, WireAttributeScore> AttributeScores, IReadOnlyList<string>? Languages,
    string? ClientToken, string? SessionId, string? CommunityId);

internal sealed record WireScore(float Value);

internal sealed record WireSpan(int? Begin, int? End, WireScore? Score);

internal sealed record WireAttributeScore(WireScore? SummaryScore, IReadOnlyList<WireSpan>? SpanScores = null);

internal sealed record WireAnalyzed(
    Dictionary<string, WireAttributeScore>? AttributeScores, IReadOnlyList<string>? Languages, IReadOnlyList<string>? DetectedLanguages, string? ClientToken);

internal sealed record WireSuggested(IReadOnlyList<string>? DetectedLanguages, IReadOnlyList<string>? RequestedLanguages, string? ClientToken);

internal sealed record WireEnvelope(WireError? Error);

internal sealed record WireError(int? Code, string? Message, string? Status, IReadOnlyList<WireDetail>? Details);

internal sealed record WireDetail(string? ErrorType, string? Reason, WireLanguageError? LanguageNotSupportedByAttributeError);

internal sealed record WireLanguageError(string? Attribute, IReadOnlyList<string>? DetectedLanguages, IReadOnlyList<string>? RequestedLanguages);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireAnalyze))]
[JsonSerializable(typeof(WireSuggest))]
[JsonSerializable(typeof(WireAnalyzed))]
[JsonSerializable(typeof(WireSuggested))]
[JsonSerializable(typeof(WireEnvelope))]
internal sealed partial class PerspectiveWire : JsonSerializerContext;
