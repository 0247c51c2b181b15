using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>Teaches the heads of both towers once more, together, by the answer as it will be given: both logits added, the sets' heads mixed by how much the text
/// looks like each set. Until then each tower has learnt as if it stood alone, and each head as if its set were told.</summary>
internal sealed class JointHeads
{
    // The shared head also learns by itself, since it speaks for places that are in no set; and which set it is stays a question of its own.
    private const double SharedAlone = 0.05, DomainWeight = 0.1;

    // Every row here comes from one of the sets, a comment seldom does: the shared head has less of a say than it will have in HeadMixture.
    private const double SharedSay = 0.15;

    // A confident mistake must not count without bound.
    private const double Least = 1e-5, Steepest = 20;

    private readonly HiddenHeads ngrams, words;
    private readonly int attributes, heads, domains;
    private readonly (int Domain, int Head)[][] own;
    private readonly bool[] isTopic;
    private readonly double[] logits, answers, slopes, shares, shareSlopes;

    public JointHeads(HeadPlan plan, HiddenHeads ngrams, HiddenHeads words)
    {
        (this.ngrams, this.words) = (ngrams, words);
        (attributes, heads, domains) = (plan.Attributes.Count, plan.Count, plan.Domains.Count);
        own = HeadMixture.ByOutput(plan.OwnHeads, attributes, domains);
        isTopic = [.. Enumerable.Range(0, attributes).Select(plan.IsTopic)];
        (logits, answers, slopes) = (new double[heads + domains], new double[heads], new double[heads + domains]);
        (shares, shareSlopes) = (new double[domains], new double[domains]);
    }

    /// <summary>Learns from the row that both towers have just looked at.</summary>
    public void Learn(Targets targets, float rate)
    {
        for (var head = 0; head < logits.Length; head++)
        {
            logits[head] = ngrams.Logit(head) + words.Logit(head);
        }

        for (var head = 0; head < heads; head++)
        {
            answers[head] = FixedMath.Sigmoid(logits[head] * HeadMixture.Mean);
        }

        logits.AsSpan(heads).CopyTo(shares);
        FixedMath.Softmax(shares);
        Array.Clear(slopes);
        Array.Clear(shareSlopes);
        for (var index = 0; index < targets.Heads.Length; index++)
        {
            if (targets.Heads[index] is var output && output < attributes && !isTopic[output])
            {
                Add(output, targets.Values[index]);
            }
        }

        AddShares(targets.Domain);
        for (var head = 0; head < slopes.Length; head++)
        {
            if (slopes[head] != 0)
            {
                ngrams.Correct(head, (float)slopes[head], rate);
                words.Correct(head, (float)slopes[head], rate);
            }
        }
    }

    // What the mixture of HeadMixture errs by for one attribute, handed to every head and share it is made of.
    private void Add(int output, double label)
    {
        var (sum, shared) = HeadMixture.Weigh(own[output], shares, answers, SharedSay);
        var answer = Math.Clamp(((1 - SharedSay) * sum) + (shared * answers[output]), Least, 1 - Least);
        var slope = Math.Clamp((answer - label) / (answer * (1 - answer)), -Steepest, Steepest);
        foreach (var (domain, head) in own[output])
        {
            slopes[head] += slope * (1 - SharedSay) * shares[domain] * Bend(head);
            shareSlopes[domain] += slope * (1 - SharedSay) * (answers[head] - answers[output]);
        }

        slopes[output] += (slope * shared * Bend(output)) + (SharedAlone * (answers[output] - label) * HeadMixture.Mean);
    }

    // By how much a head's answer moves with its logit.
    private double Bend(int head) => answers[head] * (1 - answers[head]) * HeadMixture.Mean;

    private void AddShares(int own)
    {
        var mean = 0.0;
        for (var domain = 0; domain < domains; domain++)
        {
            mean += shareSlopes[domain] * shares[domain];
        }

        for (var domain = 0; domain < domains; domain++)
        {
            var asked = own == Targets.NoDomain ? 0 : shares[domain] - (domain == own ? 1 : 0);
            slopes[heads + domain] += (shares[domain] * (shareSlopes[domain] - mean)) + (DomainWeight * asked);
        }
    }
}
