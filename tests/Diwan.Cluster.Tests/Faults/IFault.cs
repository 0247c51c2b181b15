using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>Something that goes wrong with a cluster, and is put right again.</summary>
internal interface IFault
{
    /// <summary>For people.</summary>
    string Name { get; }

    /// <summary>Why it cannot be tried on this machine; null when it can.</summary>
    string? Unable(Site site);

    /// <summary>Lets it happen, and returns once all of the cluster is whole again.</summary>
    /// <returns>Seconds until writes were served again, where they cannot be served meanwhile; else null.</returns>
    Task<double?> HappenAsync(Site site, Told told, Random random);
}
