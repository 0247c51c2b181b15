namespace Diwan.Storage;

/// <summary>The database fails its integrity check. The message names the first findings, never content.</summary>
public sealed class StoreDamagedException(string message) : Exception(message);
