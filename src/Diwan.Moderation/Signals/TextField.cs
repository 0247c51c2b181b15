namespace Diwan.Moderation.Signals;

/// <summary>Which part of a comment a signal speaks of. Stored: append only, never renumber.</summary>
public enum TextField : byte
{
    /// <summary>The comment's text.</summary>
    Text = 1,

    /// <summary>The author's name, judged by the same rules.</summary>
    Author = 2,
}
