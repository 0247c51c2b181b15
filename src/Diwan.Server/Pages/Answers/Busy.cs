namespace Diwan.Server.Pages.Answers;

/// <summary>What an answer says when the store takes no more writes for the moment.</summary>
internal static class Busy
{
    /// <summary>Seconds after which to come again: as long as a write waits for room before it is turned away.</summary>
    public const string RetryAfter = "5";
}
