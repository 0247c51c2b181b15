namespace Diwan.Comments.Stores;

/// <summary>Keeps every version of the policy as the YAML it was published in.</summary>
public interface IPolicyStore
{
    /// <summary>The YAML of the version in force; null when none was ever published.</summary>
    Task<string?> CurrentAsync(CancellationToken ct = default);

    /// <summary>The YAML of a version; null when there is none.</summary>
    Task<string?> FindAsync(string version, CancellationToken ct = default);

    /// <summary>Makes a policy current. False when that version exists with another text; a version never changes its meaning.</summary>
    Task<bool> PublishAsync(string version, string yaml, DateTimeOffset at, CancellationToken ct = default);
}
