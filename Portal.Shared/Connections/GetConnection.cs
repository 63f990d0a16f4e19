namespace Portal.Shared.Connections;

/// <summary>Asks for one connection.</summary>
[Demands(Policies.ReadConnections)]
public sealed record GetConnection(Guid Id) : IRequest<ConnectionView>;
