namespace Portal.Shared.Connections;

/// <summary>Takes back that the portal may change things in an account. What is there stays; drift and dashboards go on.</summary>
[Demands(Policies.ManageConnections)]
public sealed record SwitchToReadOnly(Guid Id) : IRequest<ConnectionView>;
