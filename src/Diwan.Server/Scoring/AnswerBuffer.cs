using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diwan.Server.Scoring;

/// <summary>Where an answer is written before it is sent; used again for later answers.</summary>
internal sealed class AnswerBuffer : IDisposable
{
    // As many as may be answered at once on a small machine; more are made and let go.
    private const int MostKept = 64, LargestKept = 64 << 10, InitialBytes = 2048;

    private static readonly ConcurrentBag<AnswerBuffer> Kept = [];

    // An answer is JSON and nothing else (nosniff): letters and quotes stay as they are.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _bytes = new(InitialBytes);
    private readonly Utf8JsonWriter _pretty, _compact;

    private AnswerBuffer() => (_pretty, _compact) = (new(_bytes, Indented), new(_bytes, new() { Encoder = Indented.Encoder }));

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>An empty one.</summary>
    public static AnswerBuffer Take() => Kept.TryTake(out var kept) ? kept : new();

    /// <summary>Writes anew over what was written so far.</summary>
    /// <param name="isPretty">True for lines and indents.</param>
    public Utf8JsonWriter Begin(bool isPretty)
    {
        _bytes.ResetWrittenCount();
        var writer = isPretty ? _pretty : _compact;
        writer.Reset();
        return writer;
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        if (_bytes.Capacity <= LargestKept && Kept.Count < MostKept) Kept.Add(this);
    }
}
