using Diwan.Comments.Stores;

namespace Diwan.Server.Hosting;

/// <summary>Something that keeps what it once read from the store, and must hear when that has changed.</summary>
public interface IChangeListener
{
    /// <summary>Takes a change of this or another process in. Called one after another, in the order of registration.</summary>
    ValueTask OnChangeAsync(Change change, CancellationToken ct);

    /// <summary>Changes may have been missed: drop everything.</summary>
    ValueTask OnGapAsync(CancellationToken ct);
}
