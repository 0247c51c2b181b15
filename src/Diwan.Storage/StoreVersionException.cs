namespace Diwan.Storage;

/// <summary>The data folder was written by a newer program than this one, which would not know what it must keep true.</summary>
public sealed class StoreVersionException(long found, int known)
    : Exception($"The database is at version {found}, this program knows {known}: use the newer program.");
