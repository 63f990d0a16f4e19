namespace Portal.Shared.Connections;

/// <summary>Forgets a connection that nothing of the portal has used. Nothing changes in AWS.</summary>
[Demands(Policies.ManageConnections)]
public sealed record RemoveConnection(Guid Id) : IRequest<Nothing>;
