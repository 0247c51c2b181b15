using Diwan.Onnx.Configuration;
using Microsoft.ML.OnnxRuntime;

namespace Diwan.Onnx;

/// <summary>An ONNX graph ready to run on rows of token numbers. Any number of threads may use one.</summary>
internal sealed class OnnxSession : IDisposable
{
    private static readonly string[] Known = ["input_ids", "attention_mask", "token_type_ids"];
    private readonly InferenceSession session;
    private readonly string output;
    private volatile bool disposed;

    private OnnxSession(InferenceSession session, string output) => (this.session, this.output) = (session, output);

    /// <summary>Opens the graph and checks that it takes what can be given.</summary>
    /// <exception cref="InvalidDataException">It is no ONNX graph, asks for other inputs, or has no such output.</exception>
    public static OnnxSession Open(string file, OwnModelSettings settings)
    {
        using var options = new SessionOptions { IntraOpNumThreads = settings.Threads, InterOpNumThreads = 1 };
        InferenceSession session;
        try
        {
            session = new InferenceSession(file, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} cannot be loaded: {exception.Message}", exception);
        }

        var strange = session.InputMetadata.Where(input => !Known.Contains(input.Key) || input.Value.ElementType != typeof(long)).Select(input => $"{input.Key} ({input.Value.ElementType.Name})").ToArray();
        var output = settings.Output.Length > 0 ? settings.Output : session.OutputNames[0];
        var problem = strange.Length > 0 ? $"it asks for {string.Join(", ", strange)}; what it can be given is {string.Join(", ", Known)}, as Int64"
            : !session.InputMetadata.ContainsKey("input_ids") ? "it does not take input_ids"
            : !session.OutputMetadata.TryGetValue(output, out var metadata) ? $"it has no output '{output}'; it has {string.Join(", ", session.OutputNames)}"
            : metadata.ElementType != typeof(float) ? $"its output '{output}' is not of floats"
            : null;
        if (problem is null) return new(session, output);
        session.Dispose();
        throw new InvalidDataException($"{Path.GetFileName(file)}: {problem}");
    }

    /// <summary>The output's numbers for one row of tokens.</summary>
    public float[] Run(long[] tokens)
    {
        // The native library would end the process.
        ObjectDisposedException.ThrowIf(disposed, this);
        var inputs = session.InputMetadata.Keys.ToDictionary(name => name, name => OrtValue.CreateTensorValueFromMemory(
            name switch
            {
                "input_ids" => tokens,
                "attention_mask" => Filled(tokens.Length, 1),
                _ => Filled(tokens.Length, 0),
            },
            [1, tokens.Length]));
        try
        {
            using var run = new RunOptions();
            using var outputs = session.Run(run, inputs, [output]);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        }
        finally
        {
            foreach (var input in inputs.Values) input.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        session.Dispose();
    }

    private static long[] Filled(int length, long value)
    {
        var row = new long[length];
        row.AsSpan().Fill(value);
        return row;
    }
}
