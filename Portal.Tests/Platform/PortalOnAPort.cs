namespace Portal.Tests.Platform;

/// <summary>The portal behind a real connection, for what only shows there.</summary>
public sealed class PortalOnAPort : PortalFixture
{
    public PortalOnAPort()
    {
        UseKestrel(0);
        StartServer();
    }
}
