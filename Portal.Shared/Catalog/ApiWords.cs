namespace Portal.Shared.Catalog;

/// <summary>API Gateway's three kinds of APIs.</summary>
public enum Protocol
{
    Rest,
    Http,
    WebSocket,
}

/// <summary>How callers reach a REST API.</summary>
public enum EndpointType
{
    Regional,
    Edge,
    Private,
}

/// <summary>Where an entry of the catalog stands in its life.</summary>
public enum ApiStatus
{
    Draft,
    Published,
    Deprecated,
    Retired,
}

/// <summary>Who sees an entry of the catalog, once it is published. Each sees what those before it see.</summary>
public enum Audience
{
    /// <summary>Nobody outside of the team that owns it.</summary>
    Team,

    /// <summary>Everybody who is signed in.</summary>
    Developers,

    /// <summary>Whoever comes by.</summary>
    Everyone,
}

/// <summary>Where a revision's document came from.</summary>
public enum RevisionSource
{
    Upload,
    Paste,
    Url,
    Editor,

    /// <summary>Found in an account of AWS.</summary>
    Account,

    /// <summary>What API Gateway had.</summary>
    Gateway,
}
