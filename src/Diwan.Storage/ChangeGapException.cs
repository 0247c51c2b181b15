namespace Diwan.Storage;

/// <summary>More has changed than the change feed keeps, so some changes cannot be named: drop everything cached, then read on.</summary>
public sealed class ChangeGapException() : Exception("The change feed no longer holds every change since the last read.");
