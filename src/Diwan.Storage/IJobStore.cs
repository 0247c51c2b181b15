namespace Diwan.Storage;

/// <summary>Lets one node at a time do what is to be done once for all of them.</summary>
public interface IJobStore
{
    /// <summary>Begins a job, unless another node is at it, or it was done less than a pause ago by the database's clock.</summary>
    /// <returns>Dispose it to end the job; null when there is nothing to do here. When this node dies, the job is free again.</returns>
    Task<IAsyncDisposable?> TryBeginAsync(string name, TimeSpan pause, CancellationToken ct = default);
}
