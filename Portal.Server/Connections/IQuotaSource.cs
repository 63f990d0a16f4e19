using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>The boundary to AWS for counting what quotas limit. A call that AWS refuses throws <see cref="Gateway.GatewayRefusedException"/>.</summary>
internal interface IQuotaSource
{
    Task<HeadroomView> CountAsync(Guid connection, CancellationToken cancellationToken);
}
