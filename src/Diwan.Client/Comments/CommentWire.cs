using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diwan.Client.Comments;

// What goes over the wire and is shaped differently for callers.
internal sealed record WireReport(string Guideline, string? Note);

internal sealed record WireReported(string Status);

internal sealed record WireCounts(Dictionary<string, int> Counts);

internal sealed record WireProblem(string? Code, string? Title, string? Detail, IReadOnlyList<FieldProblem>? Errors);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleRegistration))]
[JsonSerializable(typeof(CommentPage))]
[JsonSerializable(typeof(NewComment))]
[JsonSerializable(typeof(SubmittedComment))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(WireReport))]
[JsonSerializable(typeof(WireReported))]
[JsonSerializable(typeof(WireCounts))]
[JsonSerializable(typeof(WireProblem))]
internal sealed partial class CommentWire : JsonSerializerContext;
