using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Turns logits into one probability an attribute. Data sets mean different things by one word, so each has a
/// head of its own; they are mixed by how much the text looks like each set.</summary>
internal sealed class HeadMixture
{
    // Logits come added from two towers that each answer the whole question: their mean keeps a head from being too sure.
    internal const double Mean = 0.5;

    // A comment seldom comes from a place like one of the sets: the head that learnt from all of them always has a say.
    private const double SharedSay = 0.25;

    private readonly string[] outputs;
    private readonly int[] shared;
    private readonly int heads, domains;
    private readonly (int Domain, int Head)[][] own;

    /// <param name="outputs">Names of what comes out: attributes, then topics (<c>topic:…</c>).</param>
    /// <param name="shared">For each output, the head that learnt from all sets.</param>
    /// <param name="own">For each output and domain, that set's own head; −1 where the set has none.</param>
    /// <param name="heads">How many heads come before the domains among the logits.</param>
    /// <param name="domains">How many domains there are.</param>
    public HeadMixture(string[] outputs, int[] shared, int[] own, int heads, int domains)
    {
        (this.outputs, this.shared, this.heads, this.domains) = (outputs, shared, heads, domains);
        this.own = ByOutput(own, outputs.Length, domains);
    }

    /// <summary>Names of what comes out.</summary>
    public IReadOnlyList<string> Outputs => outputs;

    /// <summary>Which output has this name; −1 for none.</summary>
    public int IndexOf(string output) => Array.IndexOf(outputs, output);

    /// <summary>Logits a tower must give.</summary>
    public int Logits => heads + domains;

    /// <summary>One probability for each output. <paramref name="logits"/> is filled up to whole blocks.</summary>
    public void Mix(ReadOnlySpan<float> logits, Span<double> probabilities)
    {
        Span<double> answers = stackalloc double[logits.Length], shares = stackalloc double[domains];
        var from = MemoryMarshal.Cast<float, Vector256<float>>(logits);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(answers);
        for (var lane = 0; lane * 8 < heads; lane++)
        {
            var (low, high) = Vector256.Widen(from[lane]);
            (to[2 * lane], to[(2 * lane) + 1]) = (FixedMath.Sigmoid(low * Mean), FixedMath.Sigmoid(high * Mean));
        }

        Shares(logits, shares);
        for (var output = 0; output < outputs.Length; output++)
        {
            var (sum, left) = Weigh(own[output], shares, answers, SharedSay);
            probabilities[output] = ((1 - SharedSay) * sum) + (left * answers[shared[output]]);
        }
    }

    /// <summary>How much each logit moves the logit of <paramref name="output"/>, its domains held still.</summary>
    public void Slopes(ReadOnlySpan<float> logits, int output, Span<float> slopes)
    {
        Span<double> shares = stackalloc double[domains];
        Shares(logits, shares);
        slopes.Clear();
        var rest = 1.0;
        foreach (var (domain, head) in own[output])
        {
            slopes[head] = (float)((1 - SharedSay) * shares[domain]);
            rest -= shares[domain];
        }

        slopes[shared[output]] = (float)SharedPart(rest, SharedSay);
    }

    /// <summary>For each output, the domains that have a head of their own for it, and that head. <paramref name="own"/>: all domains of the first output, then of the next; −1 for none.</summary>
    internal static (int Domain, int Head)[][] ByOutput(int[] own, int outputs, int domains)
        => [.. Enumerable.Range(0, outputs).Select(output => Enumerable.Range(0, domains).Select(domain => (domain, own[(output * domains) + domain]))
            .Where(pair => pair.Item2 >= 0).ToArray())];

    /// <summary>What the sets that have a head of their own say, each by its share; and how much of the answer is left to the shared head, which always has
    /// <paramref name="sharedSay"/>.</summary>
    internal static (double Sum, double Left) Weigh((int Domain, int Head)[] own, ReadOnlySpan<double> shares, ReadOnlySpan<double> answers, double sharedSay)
    {
        double sum = 0, rest = 1;
        foreach (var (domain, head) in own)
        {
            sum += shares[domain] * answers[head];
            rest -= shares[domain];
        }

        return (sum, SharedPart(rest, sharedSay));
    }

    private static double SharedPart(double rest, double sharedSay) => sharedSay + ((1 - sharedSay) * Math.Max(rest, 0));

    private void Shares(ReadOnlySpan<float> logits, Span<double> shares)
    {
        for (var domain = 0; domain < domains; domain++)
        {
            shares[domain] = logits[heads + domain];
        }

        FixedMath.Softmax(shares);
    }
}
