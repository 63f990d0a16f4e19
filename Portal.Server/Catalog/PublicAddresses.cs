using System.Net;
using System.Net.Sockets;

namespace Portal.Server.Catalog;

/// <summary>
/// Which addresses belong to the public network, and not to this machine, its network or its cloud's metadata service: https://www.iana.org/assignments/iana-ipv4-special-registry,
/// https://www.iana.org/assignments/iana-ipv6-special-registry
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. from network in new[]
            {
                "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
                "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
                // Inside of what is public in version 6: assignments of the protocol (Teredo among them), documentation, and tunnels that carry an address of version 4.
                "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
            }
           select IPNetwork.Parse(network),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Contains(address.MapToIPv4());
        }

        // A network of version 6 alone reaches version 4 through these; the last four bytes are the address.
        if (Translated.Contains(address))
        {
            return Contains(new IPAddress(address.GetAddressBytes()[12..]));
        }

        return (address.AddressFamily is AddressFamily.InterNetwork || Global6.Contains(address)) && !Array.Exists(NotPublic, network => network.Contains(address));
    }
}
