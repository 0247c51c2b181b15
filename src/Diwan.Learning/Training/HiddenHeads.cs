using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>The upper half of a tower: one hidden layer (rectified), then the heads and the domain's softmax. Learns with AdaGrad.</summary>
internal sealed class HiddenHeads
{
    private readonly int inputs, hidden, heads, domains;
    private readonly float[] squares1, squares2, biasSquares1, biasSquares2, state, slope;

    public HiddenHeads(int inputs, int hidden, int heads, int domains, SeededRandom random)
    {
        (this.inputs, this.hidden, this.heads, this.domains) = (inputs, hidden, heads, domains);
        Weights1 = new float[inputs * hidden];
        Weights2 = new float[(heads + domains) * hidden];
        Bias1 = new float[hidden];
        Bias2 = new float[heads + domains];
        (squares1, squares2) = (new float[Weights1.Length], new float[Weights2.Length]);
        (biasSquares1, biasSquares2) = (new float[hidden], new float[heads + domains]);
        (state, slope) = (new float[hidden], new float[hidden]);
        random.Fill(Weights1, MathF.Sqrt(3f / inputs));
        random.Fill(Weights2, MathF.Sqrt(3f / hidden));
    }

    /// <summary>Input × hidden: one row an input.</summary>
    public float[] Weights1 { get; }

    /// <summary>One row a head, then one a domain.</summary>
    public float[] Weights2 { get; }

    /// <summary>One a hidden unit.</summary>
    public float[] Bias1 { get; }

    /// <summary>One a head, then one a domain.</summary>
    public float[] Bias2 { get; }

    /// <summary>Works out the hidden layer for <paramref name="input"/>: what is asked and learnt next is about it.</summary>
    public void See(ReadOnlySpan<float> input)
    {
        Bias1.CopyTo(state, 0);
        for (var index = 0; index < inputs; index++)
        {
            if (input[index] != 0)
            {
                Lanes.AddScaled(input[index], Weights1.AsSpan(index * hidden, hidden), state);
            }
        }

        foreach (ref var unit in state.AsSpan())
        {
            unit = Math.Max(unit, 0);
        }
    }

    /// <summary>The logit of a head, or of a domain after the heads.</summary>
    public float Logit(int head) => Bias2[head] + Lanes.Dot(Weights2.AsSpan(head * hidden, hidden), state);

    /// <summary>Moves one head, and no layer below, so that its logit errs by less.</summary>
    public void Correct(int head, float error, float rate)
    {
        Descent.Step(Weights2.AsSpan(head * hidden, hidden), squares2.AsSpan(head * hidden, hidden), error, state, rate);
        biasSquares2[head] += error * error;
        Bias2[head] -= rate * error / MathF.Sqrt(biasSquares2[head] + 1e-6f);
    }

    /// <summary>Learns from the row that was seen, and leaves in <paramref name="inputSlope"/> what its input should have been less of.</summary>
    public void Learn(ReadOnlySpan<float> input, Targets targets, float domainWeight, float rate, Span<float> inputSlope)
    {
        Array.Clear(slope);
        for (var index = 0; index < targets.Heads.Length; index++)
        {
            var head = targets.Heads[index];
            Learn(head, (float)FixedMath.Sigmoid(Logit(head)) - targets.Values[index], targets.Weights[index], rate);
        }

        LearnDomain(targets.Domain, domainWeight, rate);
        for (var unit = 0; unit < hidden; unit++)
        {
            slope[unit] = state[unit] > 0 ? slope[unit] : 0;
        }

        for (var index = 0; index < inputs; index++)
        {
            var weights = Weights1.AsSpan(index * hidden, hidden);
            inputSlope[index] = Lanes.Dot(weights, slope);
            if (input[index] != 0)
            {
                Descent.Step(weights, squares1.AsSpan(index * hidden, hidden), input[index], slope, rate);
            }
        }

        Descent.Step(Bias1, biasSquares1, 1, slope, rate);
    }

    private void LearnDomain(int domain, float weight, float rate)
    {
        if (domain == Targets.NoDomain)
        {
            return;
        }

        Span<double> shares = stackalloc double[domains];
        for (var other = 0; other < domains; other++)
        {
            shares[other] = Logit(heads + other);
        }

        FixedMath.Softmax(shares);
        for (var other = 0; other < domains; other++)
        {
            Learn(heads + other, weight * (float)(shares[other] - (other == domain ? 1 : 0)), 1, rate);
        }
    }

    private void Learn(int head, float error, float weight, float rate)
    {
        Lanes.AddScaled(error * weight, Weights2.AsSpan(head * hidden, hidden), slope);
        Correct(head, error, rate);
    }
}
