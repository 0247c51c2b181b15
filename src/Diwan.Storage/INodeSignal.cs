namespace Diwan.Storage;

/// <summary>A way for nodes to wake each other when something has changed. It may lose messages: every node also looks by itself twice a second.</summary>
public interface INodeSignal
{
    /// <summary>Tells the others, without waiting for them and without ever throwing.</summary>
    void Tell();

    /// <summary>Has something called whenever another node tells.</summary>
    void OnTold(Action told);
}
