using System.Net;

namespace Portal.Server.Platform;

/// <summary>Whether a call comes from the machine itself, and not through a proxy on it.</summary>
internal static class ThisMachine
{
    public static bool IsFromThisMachine(this HttpContext? context) => context?.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && IsItsName(context.Request.Host)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");

    /// <summary>A page from elsewhere can have its own name lead here, and would read what a browser on this machine may.</summary>
    private static bool IsItsName(HostString host) => !host.HasValue || host.Host is "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
