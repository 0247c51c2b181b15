using System.Net;

namespace Diwan.Interchange.Pages;

/// <summary>Tells addresses of the public network from those an importer must never reach: this machine, its neighbours, its provider's insides.</summary>
public static class PublicAddress
{
    // The special-purpose registries of IANA (RFC 6890 and its updates), 2025. The last of IPv4 holds multicast and everything above.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Of IPv6 only 2000::/3 is given out; inside of it these are not hosts of the public network, or carry an IPv4 address (6to4, Teredo).
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] ClosedV6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>True when this address may be connected to.</summary>
    public static bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetwork
            ? !Closed.Any(network => network.Contains(address))
            : Given.Contains(address) && !ClosedV6.Any(network => network.Contains(address));
    }
}
