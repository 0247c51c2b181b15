using System.Buffers;
using System.Text.Json;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Server.Scoring.Answers;
using Diwan.Server.Scoring.Requests;
using Diwan.Server.Scoring.Wire;
using Microsoft.Extensions.Hosting;

namespace Diwan.Server.Scoring;

/// <summary>Scores own texts before the server listens, so that the first caller does not wait for the runtime to compile: Coral gives up after 800 ms.</summary>
internal sealed class WarmUp(AttributeScorer scorer, ILanguageIdentifier identifier, ScoringSettings settings) : IHostedService
{
    // The runtime compiles anew what was called thirty times; a long text makes loops long enough for it to notice earlier.
    private const int Rounds = 40, LongText = 2_000;

    private static readonly string[] Sentences =
    [
        "The council has promised this bridge since 2019 and nothing was built. Who pays for the delay?",
        "لماذا لم يذكر الكاتب رأي سكان القرى التي مرت بها الطريق الجديدة؟",
        "Köprü yıllardır söz veriliyor, neden hâlâ yapılmadı?",
    ];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Run(cancellationToken);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Run(CancellationToken ct)
    {
        if (scorer.Version is "none") return;
        var analyze = new AnalyzeAnswer(scorer, identifier, settings);
        for (var round = 0; round < Rounds && !ct.IsCancellationRequested; round++)
        {
            var sentence = Sentences[round % Sentences.Length];
            var text = round % 4 == 0 ? string.Join(' ', Enumerable.Repeat(sentence, LongText / sentence.Length)) : sentence;
            var body = Message.Of(RelaxedJson.Read($$$"""{"comment":{"text":"{{{text}}}"},"requestedAttributes":{"TOXICITY":{}},"dropUnsupportedAttributes":true}"""));
            using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
            analyze.Write(AnalyzeRequest.Of(body, settings, scorer.Attributes, scorer.Version), writer);
        }
    }
}
