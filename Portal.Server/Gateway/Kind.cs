namespace Portal.Server.Gateway;

/// <summary>The kinds of things in a gateway, in the order in which AWS can create them; deleted in the opposite order.</summary>
internal enum Kind
{
    /// <summary>API Gateway's settings of an account and Region.</summary>
    AccountSettings,

    ClientCertificate,
    RestApi,
    Deployment,
    Stage,
    UsagePlan,

    /// <summary>The portal's tag on a thing that somebody else made.</summary>
    Mark,
}
