namespace Diwan.Bench.Scoring;

/// <summary>What one thing cost over all comments.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Rounds">How often.</param>
/// <param name="Best">User CPU of the best round, in microseconds a comment.</param>
/// <param name="Median">User CPU of the middle round, in microseconds a comment.</param>
/// <param name="Rows">How many comments went through in each round.</param>
/// <param name="Answer">What came out, the same in every round: a checksum, or how many comments something was found in.</param>
/// <param name="Allocated">Bytes allocated a comment; null where the runtime is not ours.</param>
internal sealed record Measurement(string Name, int Rounds, double Best, double Median, int Rows, string Answer, double? Allocated);
