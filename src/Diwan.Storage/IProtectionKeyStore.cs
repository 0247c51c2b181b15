namespace Diwan.Storage;

/// <summary>Keeps what cookies and forms are protected with, for every node of a cluster: a cookie that one node gave is good at all of them.</summary>
public interface IProtectionKeyStore
{
    /// <summary>All documents, as they were added.</summary>
    IReadOnlyList<string> All();

    /// <summary>Adds a document; one with the same name is left as it is.</summary>
    void Add(string name, string document);
}
