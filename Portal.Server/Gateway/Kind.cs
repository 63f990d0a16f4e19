namespace Portal.Server.Gateway;

/// <summary>The kinds of things in a gateway, in the order in which AWS can create them; deleted in the opposite order.</summary>
internal enum Kind
{
    /// <summary>API Gateway's settings of an account and Region.</summary>
    AccountSettings,

    ClientCertificate,

    /// <summary>To a network load balancer.</summary>
    VpcLink,

    /// <summary>Into subnets.</summary>
    VpcLinkV2,
    RestApi,

    /// <summary>An HTTP API, which is version 2 of the service.</summary>
    HttpApi,

    /// <summary>The other of version 2: a connection that stays open both ways.</summary>
    WebSocketApi,
    Deployment,
    Stage,
    UsagePlan,

    /// <summary>An API key that the portal issued, with its place in its plan.</summary>
    ApiKey,

    /// <summary>A name of one's own, with its mappings to stages.</summary>
    DomainName,

    /// <summary>What is said in AWS of the parts of a REST API. It is there as long as the API is.</summary>
    Documentation,

    /// <summary>The portal's tag on a thing that somebody else made.</summary>
    Mark,
}

internal static class Kinds
{
    /// <summary>Whether it is an API, of whatever protocol: what deployments and stages belong to.</summary>
    public static bool IsApi(this Kind kind) => kind is Kind.RestApi or Kind.HttpApi or Kind.WebSocketApi;
}
