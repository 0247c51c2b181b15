namespace Diwan.Storage;

/// <summary>Counts over all nodes how often something was done in a span of time. A crash of the database may forget counts, and nothing else.</summary>
public interface IQuotaStore
{
    /// <summary>Takes some of a quota, unless this span holds no more; it takes no more then.</summary>
    /// <param name="key">Whose quota. Not an address or a name: it is stored.</param>
    /// <param name="span">Number of the span of time, which only grows.</param>
    /// <param name="most">What a span holds.</param>
    /// <param name="count">How many to take.</param>
    /// <param name="ct">Cancels.</param>
    Task<bool> TryTakeAsync(string key, long span, int most, int count, CancellationToken ct = default);
}
