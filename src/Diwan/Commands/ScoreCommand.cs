using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diwan.Comments.Policies;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Onnx;
using Diwan.Storage.Content;

namespace Diwan.Commands;

/// <summary><c>diwan score</c>: texts in, scores out, one JSON object a line, in order.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var explain = new Option<bool>("--explain") { Description = "Adds the words each score rests on." };
        var data = SiteOptions.Data();
        var command = new Command("score", "Scores JSON lines {\"id\",\"text\",\"language\"?} from stdin to stdout, in the same order.\n\nExample: echo '{\"id\":\"1\",\"text\":\"Thank you.\"}' | diwan score --explain") { explain, data };
        command.SetAction(async (parsed, ct) =>
        {
            using var own = OwnModel.Load(parsed.GetValue(data)!.FullName);
            var content = EngineContent.Read(SiteOptions.ContentFolder).With(own);
            if (content.Scorer.Version is "none") throw new CommandException("there is no model in data/models: make one with 'diwan train'");
            var policy = await PolicyAsync(parsed.GetValue(data)!, content, ct);
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            output.NewLine = "\n";
            await RunAsync(input, output, line => Score(line, content.Languages, content.Scorer, policy, parsed.GetValue(explain)), ct);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task RunAsync(TextReader input, TextWriter output, Func<ScoreLine, ScoredLine> score, CancellationToken ct)
    {
        var number = 0;
        while (await input.ReadLineAsync(ct) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            ScoreLine asked;
            try
            {
                asked = JsonSerializer.Deserialize(line, ScoreJson.Default.ScoreLine) ?? throw new JsonException("null");
                if (asked.Text is null) throw new JsonException("\"text\" is missing");
            }
            catch (JsonException exception)
            {
                throw new CommandException($"line {number} is no {{\"id\",\"text\"}}: {exception.Message}");
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(score(asked), ScoreJson.Default.ScoredLine));
        }
    }

    private static ScoredLine Score(ScoreLine asked, ILanguageIdentifier languages, AttributeScorer scorer, ModerationPolicy policy, bool explain)
    {
        var text = NormalizedText.From(asked.Text!);
        var language = LanguageChoice.Of(languages.Identify(asked.Text!), asked.Language);
        var scores = scorer.Score(text, language);
        string[] over = [.. scores.Where(score => policy.Thresholds.TryGetValue(score.Attribute, out var threshold) && score.Score >= threshold).Select(score => score.Attribute)];
        return new(
            asked.Id, language.Code, language.Script, scorer.Version,
            scores.ToDictionary(score => score.Attribute, score => score.Score), over,
            explain ? [.. scores.SelectMany(score => scorer.Explain(text, language, score.Attribute))
                .Select(span => new SpanLine(span.Attribute, span.Span.Start, span.Span.End, span.Score))] : null);
    }

    // The policy in force where there is a site; else the one that ships with the program. Scoring makes no site.
    private static async Task<ModerationPolicy> PolicyAsync(DirectoryInfo data, EngineContent content, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(data.FullName, "diwan.db"))) return content.DefaultPolicy;
        await using var store = await SiteOptions.OpenAsync(data, ct);
        return await store.Policies.CurrentAsync(ct) is { } yaml && PolicyYaml.Read(yaml) is PolicyReading.Valid(var policy) ? policy : content.DefaultPolicy;
    }
}

/// <summary>A line of input.</summary>
internal sealed record ScoreLine(JsonElement? Id, string? Text, string? Language);

/// <summary>A line of output. Offsets are UTF-16 units of the text, end exclusive.</summary>
internal sealed record ScoredLine(
    JsonElement? Id, string Language, string Script, string Model, IReadOnlyDictionary<string, double> Scores,
    IReadOnlyList<string> Over, IReadOnlyList<SpanLine>? Spans);

/// <summary>Words that a score rests on.</summary>
internal sealed record SpanLine(string Attribute, int Start, int End, double Score);

[JsonSerializable(typeof(ScoreLine))]
[JsonSerializable(typeof(ScoredLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ScoreJson : JsonSerializerContext;
