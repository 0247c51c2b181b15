namespace Diwan.Learning.Evaluation.Disguises;

/// <summary>A way to write a bad word so that a list of words misses it.</summary>
public enum Disguise
{
    /// <summary>Digits and signs for letters: <c>1d1ot</c>.</summary>
    Leet,

    /// <summary>Letters apart: <c>i d i o t</c>, or with points or dashes.</summary>
    Spacing,

    /// <summary>Letters of another script that look the same.</summary>
    LookAlikes,

    /// <summary>Signs that take no room between letters.</summary>
    ZeroWidth,

    /// <summary>A letter several times: <c>idiooot</c>.</summary>
    Repeats,
}
