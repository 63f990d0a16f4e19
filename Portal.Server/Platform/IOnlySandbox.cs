namespace Portal.Server.Platform;

/// <summary>Tells whether the portal works with nothing but its own sandbox; Connections knows.</summary>
internal interface IOnlySandbox
{
    Task<bool> IsOnlyAsync(CancellationToken cancellationToken);
}
