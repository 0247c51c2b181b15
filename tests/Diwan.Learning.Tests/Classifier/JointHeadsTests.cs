using Diwan.Learning.Sets;
using Diwan.Learning.Training;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Tests.Classifier;

/// <summary>What both towers' heads learn together is the answer that <see cref="HeadMixture"/> gives.</summary>
public sealed class JointHeadsTests
{
    private static readonly LabelledRow Harsh = Row("harsh", 1), Mild = Row("mild", 0);
    private static readonly float[] One = [1, 0, 0.5f, 0], Other = [0, 1, 0, 0.5f];

    private readonly HeadPlan plan = new([Harsh, Mild]);
    private readonly HiddenHeads ngrams, words;
    private readonly JointHeads joint;

    public JointHeadsTests()
    {
        (ngrams, words) = (new(One.Length, 8, plan.Count, plan.Domains.Count, new(1)), new(One.Length, 8, plan.Count, plan.Domains.Count, new(2)));
        joint = new(plan, ngrams, words);
    }

    [Fact]
    public void The_mixture_comes_to_say_what_the_rows_say()
    {
        for (var round = 0; round < 1_000; round++)
        {
            Learn(One, Harsh);
            Learn(Other, Mild);
        }

        Assert.InRange(Answer(One), 0.9, 1);
        Assert.InRange(Answer(Other), 0, 0.1);
    }

    [Fact]
    public void A_step_moves_the_answer_towards_the_label()
    {
        var before = (Answer(One), Answer(Other));
        Learn(One, Harsh);
        Assert.True(Answer(One) > before.Item1);
        before = (Answer(One), Answer(Other));
        Learn(Other, Mild);
        Assert.True(Answer(Other) < before.Item2);
    }

    [Fact]
    public void The_layers_below_stay_as_they_are()
    {
        var (first, bias) = ((float[])ngrams.Weights1.Clone(), (float[])words.Bias1.Clone());
        Learn(One, Harsh);
        Assert.Equal(first, ngrams.Weights1);
        Assert.Equal(bias, words.Bias1);
    }

    private static LabelledRow Row(string set, double toxic) => new(set, set, "en", "clean", set, new Dictionary<string, double> { ["toxic"] = toxic }, null, null);

    private void See(float[] input)
    {
        ngrams.See(input);
        words.See(input);
    }

    private void Learn(float[] input, LabelledRow row)
    {
        See(input);
        joint.Learn(plan.For(row)!, 0.05f);
    }

    private double Answer(float[] input)
    {
        See(input);
        var logits = new float[(plan.Count + plan.Domains.Count + 7) & ~7];
        for (var head = 0; head < plan.Count + plan.Domains.Count; head++)
        {
            logits[head] = ngrams.Logit(head) + words.Logit(head);
        }

        var domains = plan.DomainNames.Select(domain => plan.OwnHead(domain, Attributes.Toxicity)).ToArray();
        var probabilities = new double[1];
        new HeadMixture([Attributes.Toxicity], [plan.Attributes[Attributes.Toxicity]], domains, plan.Count, plan.Domains.Count).Mix(logits, probabilities);
        return probabilities[0];
    }
}
