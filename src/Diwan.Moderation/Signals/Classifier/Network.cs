using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Text in, raw probabilities out: both towers, their logits added, the heads mixed.</summary>
internal sealed class Network(ClassifierModel model)
{
    // A long comment is read in windows as long as those the network learnt from; what one window shows counts for all.
    private const int MostWindows = 16;

    // What the reading without names says of a text's TOXICITY: chosen on the development sets (eval/), as far as a name may count without counting against anybody.
    private const double WithoutNames = 0.9;

    // Of TOXICITY's log-odds, where they are below nought, IDENTITY_ATTACK takes over this much: a friendly sentence about a group is short, plain and names it, as attacks do (eval/).
    private const double GivesWay = 0.3;

    private readonly HiddenLayer ngramLayer = model.NgramLayer.Build(), wordLayer = model.WordLayer.Build();

    private readonly NamedIdentities names = new(model.IdentityNames);
    private readonly int toxicity = Array.IndexOf(model.Outputs, Attributes.Toxicity), attack = Array.IndexOf(model.Outputs, Attributes.IdentityAttack);

    /// <summary>The n-gram tower.</summary>
    public NgramTower Ngrams { get; } = new(model.NgramTable, model.NgramScales);

    /// <summary>The word tower.</summary>
    public WordTower Words { get; } = new(model.Words, model.WordTable, model.WordScales, model.WordBias);

    /// <summary>How heads become outputs.</summary>
    public HeadMixture Mixture { get; } = new(model.Outputs, model.Shared, model.Own, model.NgramLayer.Outputs - model.Domains.Length, model.Domains.Length);

    /// <summary>Upper half of the n-gram tower.</summary>
    public HiddenLayer NgramLayer => ngramLayer;

    /// <summary>Upper half of the word tower.</summary>
    public HiddenLayer WordLayer => wordLayer;

    /// <summary>This thread's scratch space.</summary>
    public Workspace Space => Workspace.For(
        Ngrams.Size, Math.Max(ngramLayer.Hidden, wordLayer.Hidden), HiddenLayer.Padded(Mixture.Logits), Mixture.Outputs.Count);

    /// <summary>The highest probability of each output over the windows of the text: at most the first 16,000 folded units.</summary>
    public ReadOnlySpan<double> Score(NormalizedText text)
    {
        var space = Space;
        Array.Clear(space.Probabilities);
        var start = 0;
        var folded = text.Undone.Units;
        for (var window = 0; window == 0 || (window < MostWindows && start < folded.Length); window++)
        {
            var length = WindowFrom(folded, start);
            Score(text, start, length, space);
            if (toxicity >= 0 && names.In(space.Features))
            {
                HearBoth(text, start, length, space);
            }

            for (var output = 0; output < space.Window.Length; output++)
            {
                space.Probabilities[output] = Math.Max(space.Probabilities[output], space.Window[output]);
            }

            start += length;
        }

        return space.Probabilities;
    }

    /// <summary>Scores one window and leaves everything it worked out in <paramref name="space"/>.</summary>
    public void Score(NormalizedText text, int start, int length, Workspace space)
    {
        var reading = text.Undone;
        space.Features.Read(reading.Units.Slice(start, length), start);
        var whole = start == 0 && length == reading.Length;
        var original = whole ? new TextSpan(0, text.Original.Length) : reading.ToOriginal(start, length);
        space.Features.ReadHabits(text.Original.AsSpan(original.Start, original.Length));
        Ngrams.PoolWords(space.Features, space.NgramInput, space.Strongest);
        Ngrams.PoolHabits(space.Features, space.NgramInput);
        Answer(space, space.Window);
    }

    // Between the log-odds of TOXICITY with the names of identities and without them, nearer to those without. The text is written as it was: its habits stay.
    // Whom it speaks of only the reading with names knows: IDENTITY_ATTACK is that reading's, and gives way where the text is rather not toxic.
    private void HearBoth(NormalizedText text, int start, int length, Workspace space)
    {
        Span<double> without = stackalloc double[space.Window.Length];
        space.Features.Read(text.Undone.Units.Slice(start, length), start, names);
        Ngrams.PoolWords(space.Features, space.NgramInput, space.Strongest);
        Answer(space, without);
        var toxic = (Classifier.LogOdds(space.Window[toxicity]) * (1 - WithoutNames)) + (Classifier.LogOdds(without[toxicity]) * WithoutNames);
        space.Window[toxicity] = FixedMath.Sigmoid(toxic);
        if (attack >= 0 && toxic < 0)
        {
            space.Window[attack] = FixedMath.Sigmoid(Classifier.LogOdds(space.Window[attack]) + (GivesWay * toxic));
        }
    }

    // From what the n-gram tower pooled and the words that were read.
    private void Answer(Workspace space, Span<double> probabilities)
    {
        Array.Clear(space.Logits);
        ngramLayer.AddLogits(space.NgramInput, space.NgramState.AsSpan(0, ngramLayer.Hidden), space.Logits);
        Words.Pool(space.Features, space.WordInput, space.Places);
        wordLayer.AddLogits(space.WordInput, space.WordState.AsSpan(0, wordLayer.Hidden), space.Logits);
        Mixture.Mix(space.Logits, probabilities);
    }

    /// <summary>Length of the window at <paramref name="start"/>: up to the limit, cut at a gap where one is near.</summary>
    public static int WindowFrom(ReadOnlySpan<char> folded, int start)
    {
        var rest = folded.Length - start;
        if (rest <= TextFeatures.WindowLength)
        {
            return rest;
        }

        var gap = folded.Slice(start + (TextFeatures.WindowLength / 2), TextFeatures.WindowLength / 2).LastIndexOf(' ');
        return gap < 0 ? TextFeatures.WindowLength : (TextFeatures.WindowLength / 2) + gap + 1;
    }
}
