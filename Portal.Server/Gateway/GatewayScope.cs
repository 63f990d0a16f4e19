namespace Portal.Server.Gateway;

/// <summary>What is looked at: one connection, and within it one API (by the portal's id) with those of its stages that are named.</summary>
internal sealed record GatewayScope(Guid Connection, string Api, IReadOnlyList<string> Stages);
