using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http.Perspective;

/// <summary>The same bodies sent to the endpoint that does nothing.</summary>
internal sealed class EmptyCalls(IReadOnlyList<Called> texts, int length) : IExchange
{
    private readonly byte[][] requests = [.. texts.Select(called => AnalyzeCalls.Bytes($"{EmptyEndpoint.Path}?key=bench", called))];
    private readonly byte[] expected = EmptyEndpoint.Answer(length);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Request(int number) => requests[number % requests.Length];

    /// <inheritdoc/>
    public void Check(int number, Connection answer)
    {
        if (answer.Status != 200 || !answer.Body.SequenceEqual(expected)) throw new InvalidDataException($"status {answer.Status}, {answer.Body.Length} bytes.");
    }
}
