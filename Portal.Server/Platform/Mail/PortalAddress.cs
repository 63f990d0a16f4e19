using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Portal.Server.Platform.Mail;

/// <summary>Setting "Portal:Url": what links begin with that leave the portal. Where it is not set, the address at which the portal listens.</summary>
internal sealed class PortalAddress(IConfiguration configuration, IServer server)
{
    public string Of(string path) => $"{Root}/{path.TrimStart('/')}";

    private string Root => (configuration["Portal:Url"] is { Length: > 0 } said ? said : Listening).TrimEnd('/');

    private string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? address.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal)
        : "http://localhost";
}
