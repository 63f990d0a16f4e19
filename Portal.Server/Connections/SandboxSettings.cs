namespace Portal.Server.Connections;

/// <summary>Settings "Sandbox": the API Gateway of one's own that runs beside the portal.</summary>
internal sealed record SandboxSettings
{
    public SandboxStart Start { get; init; } = SandboxStart.Auto;

    /// <summary>Its loopback port; the next free one is taken if it is in use. 0 takes any.</summary>
    public int Port { get; init; } = 4566;
}

internal enum SandboxStart
{
    /// <summary>While there is no connection to AWS.</summary>
    Auto,

    Always,

    Never,
}
