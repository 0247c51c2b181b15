namespace Diwan.Storage;

/// <summary>The store cannot take a write now: too many wait already, or another process holds the file. Nothing was stored; trying again later is right.</summary>
public sealed class StoreBusyException(string message, Exception? cause = null) : Exception(message, cause);
