namespace Diwan.Storage;

/// <summary>This node does not have the key that the cluster's secrets are sealed with.</summary>
public sealed class ClusterKeyException()
    : Exception("this node has not the cluster's key: copy keys/cluster from the data folder of a node that runs, or set DIWAN_CLUSTER_KEY to the same 64 hexadecimal digits");
