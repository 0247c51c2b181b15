namespace Diwan.Moderation.Signals.Promotion;

/// <summary>A way to reach somebody or something, found in a <see cref="PlainText"/>.</summary>
/// <param name="Kind">What it is: one of <see cref="ContactKinds"/>.</param>
/// <param name="Start">First character in the plain text.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct Contact(string Kind, int Start, int End);
