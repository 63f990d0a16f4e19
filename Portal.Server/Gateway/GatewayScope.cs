namespace Portal.Server.Gateway;

/// <summary>What a run looks at and may change: on one connection one thing by its address, and those of its parts that are named. Of an API these are stages, of a usage plan keys (<see cref="KeyPart"/>).</summary>
internal sealed record GatewayScope(Guid Connection, Address Subject, IReadOnlyList<string> Parts)
{
    /// <param name="connection">The connection's id.</param>
    /// <param name="api">The API.</param>
    /// <param name="stages">The portal's ids of those of its stages that are looked at.</param>
    public static GatewayScope OfApi(Guid connection, Address api, params IReadOnlyList<string> stages) => new(connection, api, stages);

    /// <summary>Of a REST API, by the portal's id.</summary>
    public static GatewayScope OfApi(Guid connection, string api, params IReadOnlyList<string> stages) => OfApi(connection, new Address(Kind.RestApi, api), stages);

    /// <param name="connection">The connection's id.</param>
    /// <param name="plan">The portal's id of the usage plan.</param>
    public static GatewayScope OfUsagePlan(Guid connection, string plan) => new(connection, new Address(Kind.UsagePlan, plan), []);

    /// <param name="connection">The connection's id.</param>
    /// <param name="thing">What belongs to the account and Region rather than to an API.</param>
    public static GatewayScope OfThing(Guid connection, Address thing) => new(connection, thing, []);

    /// <param name="connection">The connection's id, which is what such a run is about.</param>
    /// <param name="paths">AWS's paths of what bears, or shall bear, the portal's tag.</param>
    public static GatewayScope OfMarks(Guid connection, IReadOnlyList<string> paths) => new(connection, new Address(Kind.Mark, connection.ToString()), paths);
}
