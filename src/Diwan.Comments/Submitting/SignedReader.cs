namespace Diwan.Comments.Submitting;

/// <summary>A reader whom the publisher knows and vouches for.</summary>
/// <param name="Subject">By what the publisher tells them from others. Never stored and never shown.</param>
/// <param name="Name">The name they write under.</param>
/// <param name="Badge">What stands beside it.</param>
public sealed record SignedReader(string Subject, string Name, Badge Badge);
