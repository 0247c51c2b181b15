using System.Text;
using System.Text.Json;
using Diwan.Bench.Http.Load;
using Diwan.Storage.Content;

namespace Diwan.Bench.Http.Perspective;

/// <summary>Calls of <c>comments:analyze</c> as Coral makes them: one attribute, not to be stored, a language claimed. The answer must hold the score found in process.</summary>
internal sealed class AnalyzeCalls(IReadOnlyList<Called> texts, EngineContent content) : IExchange
{
    private readonly byte[][] requests = [.. texts.Select(called => Bytes("/v1alpha1/comments:analyze?key=bench", called))];
    private readonly float[] scores = [.. texts.Select(called => called.Score(content))];

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Request(int number) => requests[number % requests.Length];

    /// <inheritdoc/>
    public void Check(int number, Connection answer)
    {
        if (answer.Status != 200) throw new InvalidDataException($"status {answer.Status}: {Encoding.UTF8.GetString(answer.Body)}");
        var reader = new Utf8JsonReader(answer.Body);
        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement.GetProperty("attributeScores").GetProperty(Called.Attribute).GetProperty("summaryScore").GetProperty("value").GetSingle();
        if (value != scores[number % scores.Length]) throw new InvalidDataException($"the score is {value} and must be {scores[number % scores.Length]}.");
    }

    /// <summary>A call as it is sent.</summary>
    public static byte[] Bytes(string path, Called called)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            comment = new { text = called.Text },
            doNotStore = true,
            requestedAttributes = new Dictionary<string, object> { [Called.Attribute] = new() },
            languages = new[] { called.Language },
        });
        return
        [
            .. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
            .. body,
        ];
    }
}
