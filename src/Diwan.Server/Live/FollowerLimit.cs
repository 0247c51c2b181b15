using System.Net;

namespace Diwan.Server.Live;

/// <summary>Counts the readers who follow threads now, so that a flood of them cannot take the server's connections.</summary>
/// <remarks>Addresses stay in memory while somebody follows from them, and are written nowhere.</remarks>
public sealed class FollowerLimit(LiveOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private int _all;

    /// <summary>Readers who follow now.</summary>
    public int Count
    {
        get { lock (_gate) return _all; }
    }

    /// <summary>Takes a place; false when there is none for this address. Whoever got one calls <see cref="Leave"/>.</summary>
    public bool TryEnter(IPAddress? address)
    {
        lock (_gate)
        {
            var isCounted = IsCounted(address);
            var fromThere = isCounted ? _byAddress.GetValueOrDefault(address!) : 0;
            if (_all >= options.MaxConnections || fromThere >= options.MaxPerAddress) return false;
            _all++;
            if (isCounted) _byAddress[address!] = fromThere + 1;
            return true;
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(IPAddress? address)
    {
        lock (_gate)
        {
            _all--;
            if (!IsCounted(address)) return;
            if (--_byAddress[address!] == 0) _byAddress.Remove(address!);
        }
    }

    private static bool IsCounted(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address)) return false;
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return bytes.Length == 4
            ? !(bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168))
            : !address.IsIPv6UniqueLocal;
    }
}
