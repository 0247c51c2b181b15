using System.CommandLine;
using System.Text;
using System.Text.Json;
using Diwan.Comments.Policies;
using Diwan.Moderation.Policy;
using Diwan.Onnx;
using Diwan.Server.Scoring.Batch;
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
            var policy = await PolicyAsync(StorePlace.Of(parsed, parsed.GetValue(data)!), content, ct);
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            output.NewLine = "\n";
            var scorer = new LineScorer(content.Languages, content.Scorer, policy);
            await RunAsync(input, output, line => scorer.Score(line, parsed.GetValue(explain)), ct);
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
                asked = JsonSerializer.Deserialize(line, ScoreLineJson.Default.ScoreLine) ?? throw new JsonException("null");
                if (asked.Text is null) throw new JsonException("\"text\" is missing");
            }
            catch (JsonException exception)
            {
                throw new CommandException($"line {number} is no {{\"id\",\"text\"}}: {exception.Message}");
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(score(asked), ScoreLineJson.Default.ScoredLine));
        }
    }

    // The policy in force where there is a site; else the one that ships with the program. Scoring makes no site.
    private static async Task<ModerationPolicy> PolicyAsync(StorePlace place, EngineContent content, CancellationToken ct)
    {
        if (!place.Exists) return content.DefaultPolicy;
        await using var store = await place.OpenAsync(ct);
        return await store.Policies.CurrentAsync(ct) is { } yaml && PolicyYaml.Read(yaml) is PolicyReading.Valid(var policy) ? policy : content.DefaultPolicy;
    }
}
