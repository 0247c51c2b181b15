namespace Diwan.Comments.Submitting;

/// <summary>What stands beside an author's name. Stored: append only, never renumber. In interfaces: lower case.</summary>
public enum Badge : byte
{
    /// <summary>Nothing: a reader like all others.</summary>
    None = 0,

    /// <summary>The publisher's own people, as the publisher signed.</summary>
    Newsroom = 1,
}
