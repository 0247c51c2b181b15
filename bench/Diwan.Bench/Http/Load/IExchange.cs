namespace Diwan.Bench.Http.Load;

/// <summary>A kind of request with its right answer: a fast wrong answer fails.</summary>
internal interface IExchange
{
    /// <summary>The bytes of one request.</summary>
    /// <param name="number">Which, from 0.</param>
    ReadOnlySpan<byte> Request(int number);

    /// <summary>Throws <see cref="InvalidDataException"/> when this is not the right answer.</summary>
    /// <param name="number">Which request it answers.</param>
    /// <param name="answer">The connection that has just read it.</param>
    void Check(int number, Connection answer);
}
