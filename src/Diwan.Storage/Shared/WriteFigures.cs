namespace Diwan.Storage.Shared;

/// <summary>What a writer has done since it was opened.</summary>
/// <param name="Waiting">Writes that wait now.</param>
/// <param name="Done">Writes that are on disk.</param>
/// <param name="Commits">Commits that put them there.</param>
public readonly record struct WriteFigures(int Waiting, long Done, long Commits);
