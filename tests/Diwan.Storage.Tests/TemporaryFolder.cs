namespace Diwan.Storage.Tests;

/// <summary>A folder of its own for one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("diwan-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
