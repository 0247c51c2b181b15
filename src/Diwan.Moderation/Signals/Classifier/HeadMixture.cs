namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Turns logits into one probability an attribute. Data sets mean different things by one word, so each has a
/// head of its own; they are mixed by how much the text looks like each set.</summary>
/// <param name="outputs">Names of what comes out: attributes, then topics (<c>topic:…</c>).</param>
/// <param name="shared">For each output, the head that learnt from all sets.</param>
/// <param name="own">For each output and domain, that set's own head; −1 where the set has none.</param>
/// <param name="heads">How many heads come before the domains among the logits.</param>
/// <param name="domains">How many domains there are.</param>
internal sealed class HeadMixture(string[] outputs, int[] shared, int[] own, int heads, int domains)
{
    /// <summary>Names of what comes out.</summary>
    public IReadOnlyList<string> Outputs => outputs;

    /// <summary>Which output has this name; −1 for none.</summary>
    public int IndexOf(string output) => Array.IndexOf(outputs, output);

    /// <summary>Logits a tower must give.</summary>
    public int Logits => heads + domains;

    /// <summary>One probability for each output.</summary>
    public void Mix(ReadOnlySpan<float> logits, Span<double> probabilities)
    {
        Span<double> shares = stackalloc double[domains];
        Shares(logits[heads..], shares);
        for (var output = 0; output < outputs.Length; output++)
        {
            var common = FixedMath.Sigmoid(Mean * logits[shared[output]]);
            var sum = 0.0;
            for (var domain = 0; domain < domains; domain++)
            {
                var head = own[(output * domains) + domain];
                sum += shares[domain] * (head < 0 || shares[domain] < Negligible ? common : FixedMath.Sigmoid(Mean * logits[head]));
            }

            probabilities[output] = sum;
        }
    }

    /// <summary>How much each logit moves the logit of <paramref name="output"/>, its domains held still.</summary>
    public void Slopes(ReadOnlySpan<float> logits, int output, Span<float> slopes)
    {
        Span<double> shares = stackalloc double[domains];
        Shares(logits[heads..], shares);
        slopes.Clear();
        for (var domain = 0; domain < domains; domain++)
        {
            var head = own[(output * domains) + domain];
            slopes[head < 0 ? shared[output] : head] += (float)shares[domain];
        }
    }

    // Logits come added from two towers that each answer the whole question: their mean keeps a head from being too sure.
    private const double Mean = 0.5;

    // A domain this unlikely moves no score by more than it weighs.
    private const double Negligible = 1e-4;

    private static void Shares(ReadOnlySpan<float> logits, Span<double> shares)
    {
        var highest = float.MinValue;
        foreach (var logit in logits)
        {
            highest = Math.Max(highest, logit);
        }

        var total = 0.0;
        for (var domain = 0; domain < shares.Length; domain++)
        {
            total += shares[domain] = FixedMath.Exp(logits[domain] - highest);
        }

        foreach (ref var share in shares)
        {
            share /= total;
        }
    }
}
