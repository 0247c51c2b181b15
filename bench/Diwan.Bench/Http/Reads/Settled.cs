using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http.Reads;

/// <summary>What a server of ours answers once it was asked often.</summary>
internal static class Settled
{
    /// <summary>Asks until the answer is packed as small as it gets: what is read often is compressed once more, beside the answering.</summary>
    /// <param name="server">The server.</param>
    /// <param name="path">What is asked for.</param>
    /// <exception cref="InvalidDataException">The answer was not 200.</exception>
    public static async Task<byte[]> ReadAsync(ChildServer server, string path)
    {
        for (var read = 0; read < 1_200; read++) First(server, path);
        await Task.Delay(TimeSpan.FromSeconds(1));
        return First(server, path);
    }

    /// <summary>Asks once.</summary>
    /// <param name="server">The server.</param>
    /// <param name="path">What is asked for.</param>
    /// <exception cref="InvalidDataException">The answer was not 200.</exception>
    public static byte[] First(ChildServer server, string path)
    {
        using var connection = new Connection(server.Address);
        connection.Exchange(Reading.Bytes(path));
        if (connection.Status != 200) throw new InvalidDataException($"{path}: status {connection.Status}.");
        return connection.Body.ToArray();
    }
}
