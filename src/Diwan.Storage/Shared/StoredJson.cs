using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Diwan.Comments.Articles;
using Diwan.Moderation;
using Diwan.Moderation.Decisions;

namespace Diwan.Storage.Shared;

/// <summary>How judgements, reasons and article bodies lie in the database as JSON. Names are frozen by a test; only add.</summary>
internal static class StoredJson
{
    // Letters of every script stay letters: the database is no web page.
    private static readonly StoredJsonContext Context = new(
        new JsonSerializerOptions(StoredJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>An article's body.</summary>
    public static readonly JsonTypeInfo<IReadOnlyList<ArticleBlock>> Body = Context.IReadOnlyListArticleBlock;

    /// <summary>Reasons of a decision.</summary>
    public static readonly JsonTypeInfo<IReadOnlyList<Reason>> Reasons = Context.IReadOnlyListReason;

    /// <summary>A judgement, without its fingerprint, which lies apart.</summary>
    public static readonly JsonTypeInfo<Judgement> Judgement = Context.Judgement;

    /// <summary>Scores that another system suggests.</summary>
    public static readonly JsonTypeInfo<IReadOnlyDictionary<string, double>> Scores = Context.IReadOnlyDictionaryStringDouble;

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <summary>Reads a value back.</summary>
    public static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("A stored document is null.");
}

/// <summary>The generated code behind <see cref="StoredJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(IReadOnlyList<ArticleBlock>))]
[JsonSerializable(typeof(IReadOnlyList<Reason>))]
[JsonSerializable(typeof(Judgement))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, double>))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
