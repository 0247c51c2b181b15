namespace Diwan.Comments.Submitting;

/// <summary>The bounds of a submission.</summary>
public sealed class SubmitOptions
{
    /// <summary>Longest text accepted, in UTF-16 units. 1 to 20,000; default 5,000, about two newspaper columns.</summary>
    public int MaxText
    {
        get;
        init => field = value is > 0 and <= 20_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 20,000");
    } = 5_000;

    /// <summary>Longest name accepted, in UTF-16 units. 1 to 200; default 80.</summary>
    public int MaxAuthor
    {
        get;
        init => field = value is > 0 and <= 200 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 200");
    } = 80;

    /// <summary>Deepest reply accepted; first-level comments have depth 0. 0 to 10; default 5, what a phone's width can indent.</summary>
    public int MaxDepth
    {
        get;
        init => field = value is >= 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "0 to 10");
    } = 5;

    /// <summary>True when mail is sent: addresses are kept, and asked whether they are right.</summary>
    public bool SendsMail { get; init; }

    /// <summary>True when only readers whom the publisher signed in may comment.</summary>
    public bool RequiresSignIn { get; init; }

    /// <summary>How far back near-copies are looked for. Default one day.</summary>
    public TimeSpan RecentWindow { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many recent comments are compared at most. 0 to 1,000; default 200.</summary>
    public int RecentLimit
    {
        get;
        init => field = value is >= 0 and <= 1_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "0 to 1,000");
    } = 200;
}
