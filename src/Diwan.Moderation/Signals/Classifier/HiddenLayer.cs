namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The upper half of a tower, ready to score: one hidden layer (rectified) and all heads. Fixed-order arithmetic.</summary>
/// <param name="weights1">Input × hidden.</param>
/// <param name="bias1">One a hidden unit.</param>
/// <param name="weights2">Output × hidden.</param>
/// <param name="bias2">One an output.</param>
internal sealed class HiddenLayer(float[] weights1, float[] bias1, float[] weights2, float[] bias2)
{
    /// <summary>Hidden units; a multiple of eight.</summary>
    public int Hidden => bias1.Length;

    /// <summary>Inputs.</summary>
    public int Inputs => weights1.Length / bias1.Length;

    /// <summary>Outputs: heads, then domains.</summary>
    public int Outputs => bias2.Length;

    /// <summary>Adds this tower's logits to <paramref name="logits"/>; <paramref name="state"/> is left with the hidden units.</summary>
    public void AddLogits(ReadOnlySpan<float> input, Span<float> state, Span<float> logits)
    {
        bias1.CopyTo(state);
        for (var index = 0; index < input.Length; index++)
        {
            if (input[index] != 0)
            {
                Lanes.AddScaled(input[index], weights1.AsSpan(index * Hidden, Hidden), state);
            }
        }

        foreach (ref var unit in state)
        {
            unit = Math.Max(unit, 0);
        }

        for (var output = 0; output < bias2.Length; output++)
        {
            logits[output] += bias2[output] + Lanes.Dot(weights2.AsSpan(output * Hidden, Hidden), state);
        }
    }

    /// <summary>How much each input moves the weighted sum of outputs, at the hidden units in <paramref name="state"/>.</summary>
    public void Slopes(ReadOnlySpan<float> outputWeights, ReadOnlySpan<float> state, Span<float> inputSlopes)
    {
        Span<float> slope = stackalloc float[Hidden];
        slope.Clear();
        for (var output = 0; output < outputWeights.Length; output++)
        {
            if (outputWeights[output] != 0)
            {
                Lanes.AddScaled(outputWeights[output], weights2.AsSpan(output * Hidden, Hidden), slope);
            }
        }

        for (var unit = 0; unit < Hidden; unit++)
        {
            slope[unit] = state[unit] > 0 ? slope[unit] : 0;
        }

        for (var index = 0; index < inputSlopes.Length; index++)
        {
            inputSlopes[index] = Lanes.Dot(weights1.AsSpan(index * Hidden, Hidden), slope);
        }
    }
}
