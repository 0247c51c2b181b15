namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The scratch space of one thread: scoring a text writes here and allocates nothing.</summary>
internal sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? mine;

    private Workspace(int size, int hidden, int logits, int outputs)
    {
        NgramInput = new float[size * 3];
        Strongest = new int[size];
        NgramState = new float[hidden];
        WordState = new float[hidden];
        Logits = new float[logits];
        Probabilities = new double[outputs];
        Window = new double[outputs];
    }

    public TextFeatures Features { get; } = new();

    public float[] NgramInput { get; }

    public int[] Strongest { get; }

    public float[] NgramState { get; }

    public float[] WordInput { get; } = new float[WordFilters.Count];

    public int[] Places { get; } = new int[WordFilters.Count];

    public float[] WordState { get; }

    public float[] Logits { get; }

    public double[] Probabilities { get; }

    public double[] Window { get; }

    /// <summary>This thread's workspace, made anew only when a model of another shape is asked for.</summary>
    public static Workspace For(int size, int hidden, int logits, int outputs)
    {
        if (mine is not { } space || space.Strongest.Length != size || space.NgramState.Length != hidden
            || space.Logits.Length != logits || space.Window.Length != outputs)
        {
            mine = space = new Workspace(size, hidden, logits, outputs);
        }

        return space;
    }
}
