using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http;

/// <summary>The built server as it ships, on a free port, with a data folder of its own that goes with it.</summary>
internal sealed class DiwanProcess : IDisposable
{
    private readonly string folder;

    /// <summary>Starts <c>diwan serve</c> without limits on rates and without keys, which it allows on this machine alone.</summary>
    /// <param name="program">Path of the executable.</param>
    /// <param name="data">Its data folder; null for an empty one.</param>
    public DiwanProcess(string program, string? data = null)
    {
        folder = data ?? Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        Server = ChildServer.Start(program, ["serve", "--urls", "http://127.0.0.1:0", "--no-rate-limits", "--keyless", "--data", folder]);
    }

    /// <summary>The process.</summary>
    public ChildServer Server { get; }

    /// <summary>Ends it and deletes its data.</summary>
    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
