using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace Diwan.Server.Scoring;

/// <summary>Where an answer is written before it is sent; used again for later answers.</summary>
internal sealed class AnswerBuffer : IDisposable, IResettable
{
    // As many as may be answered at once on a small machine; more are made and let go.
    private const int MostKept = 64, LargestKept = 64 << 10, InitialBytes = 2048;

    private static readonly DefaultObjectPool<AnswerBuffer> Kept = new(new DefaultPooledObjectPolicy<AnswerBuffer>(), MostKept);

    // An answer is JSON and nothing else (nosniff): letters and quotes stay as they are.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _bytes = new(InitialBytes);
    private readonly Utf8JsonWriter _pretty, _compact;

    /// <summary>For the pool: <see cref="Take"/> gives one that may have been used before.</summary>
    public AnswerBuffer() => (_pretty, _compact) = (new(_bytes, Indented), new(_bytes, new() { Encoder = Indented.Encoder }));

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>An empty one.</summary>
    public static AnswerBuffer Take() => Kept.Get();

    /// <summary>Writes anew over what was written so far.</summary>
    /// <param name="isPretty">True for lines and indents.</param>
    public Utf8JsonWriter Begin(bool isPretty)
    {
        _bytes.ResetWrittenCount();
        var writer = isPretty ? _pretty : _compact;
        writer.Reset();
        return writer;
    }

    /// <summary>False for one that has grown too large to be kept.</summary>
    public bool TryReset() => _bytes.Capacity <= LargestKept;

    /// <summary>Gives it back.</summary>
    public void Dispose() => Kept.Return(this);
}
