using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diwan.Comments.Judging;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Server.Hosting;
using Diwan.Server.Scoring.Keys;
using Diwan.Server.Scoring.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Diwan.Server.Scoring.Batch;

/// <summary>Scores JSON lines as they come in; a line that cannot be read is answered by an error in its place. One call counts once
/// against the key's quota, however many lines it brings: the lines are scored one after the other on one core.</summary>
internal sealed class BatchEndpoint(KeyCheck keys, AttributeScorer scorer, ILanguageIdentifier languages, IPipelineSource pipelines)
{
    /// <summary>Longest line in bytes.</summary>
    public const int MaxLine = 256 * 1024;

    // Answers leave in pieces of about this many bytes: the sender is slowed down when the reader is slow.
    private const int FlushAt = 32 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task RunAsync(HttpContext http)
    {
        try
        {
            await keys.CheckAsync(http);
        }
        catch (WireException exception)
        {
            await ProblemOf(exception.Error).WriteAsync(http);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        http.Response.Headers.CacheControl = "private, no-store";
        var explain = http.Request.Query["explain"] == "true";
        await ScoreAllAsync(http.Request.BodyReader, http.Response.BodyWriter, new(languages, scorer, pipelines.Current.Policy), explain, http.RequestAborted);
    }

    private static async Task ScoreAllAsync(PipeReader input, PipeWriter output, LineScorer scorer, bool explain, CancellationToken ct)
    {
        var skipping = false;
        while (true)
        {
            var read = await input.ReadAsync(ct);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                if (!skipping) Answer(output, buffer.Slice(0, end), scorer, explain);
                skipping = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                if (output.UnflushedBytes >= FlushAt) await output.FlushAsync(ct);
            }

            if (buffer.Length > MaxLine)
            {
                if (!skipping) Write(output, new FailedLine(null, new("too_long", $"A line is {MaxLine} bytes long at most.")));
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            if (read.IsCompleted)
            {
                if (!skipping) Answer(output, buffer, scorer, explain);
                input.AdvanceTo(buffer.End);
                break;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            await output.FlushAsync(ct);
        }

        await output.FlushAsync(ct);
    }

    private static void Answer(PipeWriter output, ReadOnlySequence<byte> line, LineScorer scorer, bool explain)
    {
        if (IsBlank(line)) return;
        try
        {
            var reader = new Utf8JsonReader(line);
            var asked = JsonSerializer.Deserialize(ref reader, ScoreLineJson.Default.ScoreLine);
            // Reading on throws where anything follows the object.
            reader.Read();
            if (asked?.Text is null) Write(output, new FailedLine(asked?.Id, new("text_missing", "The line has no \"text\".")));
            else Write(output, scorer.Score(asked, explain));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            Write(output, new FailedLine(null, new("line_malformed", "The line is no JSON object with \"id\" and \"text\" in UTF-8.")));
        }
    }

    private static void Write<T>(PipeWriter output, T line)
    {
        // Apart first: an id with half a surrogate pair throws while it is written, and half a line must not go out.
        var whole = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(whole, Plain)) JsonSerializer.Serialize(writer, line, typeof(T), ScoreLineJson.Default);
        output.Write(whole.WrittenSpan);
        output.Write("\n"u8);
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.IndexOfAnyExcept(" \t\r"u8) >= 0) return false;
        }

        return true;
    }

    private static Problem ProblemOf(WireError error) => error.Code switch
    {
        403 when error.Details is not null => new(403, "forbidden", error.Message),
        403 => new(401, "unauthorised", "A key is needed: make one with \"diwan token create --role scorer\"."),
        429 => new(429, "rate_limited", error.Message),
        _ => new(401, "unauthorised", "The key is unknown, expired or revoked."),
    };
}
