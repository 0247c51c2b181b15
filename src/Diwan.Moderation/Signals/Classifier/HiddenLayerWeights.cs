namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The numbers of one hidden layer and its heads, as stored.</summary>
/// <param name="Weights1">Input × hidden.</param>
/// <param name="Bias1">One a hidden unit; a multiple of <see cref="HiddenLayer.Block"/>.</param>
/// <param name="Weights2">Output × hidden.</param>
/// <param name="Bias2">One an output.</param>
internal sealed record HiddenLayerWeights(float[] Weights1, float[] Bias1, float[] Weights2, float[] Bias2)
{
    /// <summary>Outputs: heads, then domains.</summary>
    public int Outputs => Bias2.Length;

    /// <summary>True when the sizes fit one another and so many inputs.</summary>
    public bool Fits(int inputs)
        => Bias1.Length > 0 && Bias1.Length % HiddenLayer.Block == 0 && Weights1.Length == inputs * Bias1.Length && Weights2.Length == Bias2.Length * Bias1.Length;

    /// <summary>The layer that scores with these numbers.</summary>
    public HiddenLayer Build() => new(Weights1, Bias1, Weights2, Bias2);
}
