namespace Diwan.Storage.Moving;

/// <summary>A site could not be moved; where it was it is whole and goes on. The message says why.</summary>
public sealed class MoveException(string message) : Exception(message);
