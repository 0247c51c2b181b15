using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http.Reads;

/// <summary>One address read again and again while what it shows changes; whoever measures checks the last answer whole.</summary>
/// <param name="path">The address.</param>
internal sealed class Changing(string path) : IExchange
{
    private readonly byte[] request = Reading.Bytes(path);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Request(int number) => request;

    /// <inheritdoc/>
    public void Check(int number, Connection answer)
    {
        if (answer.Status != 200 || answer.Body.Length < 500) throw new InvalidDataException($"{path}: status {answer.Status}, {answer.Body.Length} bytes.");
    }
}
