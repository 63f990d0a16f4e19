namespace Portal.Server.Gateway;

/// <summary>What a look for drift found: the things as specs, and what stands beside them that no spec holds.</summary>
/// <param name="State">As specs. In a quick look, what it does not ask for is as it was known.</param>
/// <param name="Beside">Settings that the portal does not keep, where they are not AWS's default.</param>
/// <param name="AwsId">AWS's id of what was looked at; null where it is not there.</param>
internal sealed record GatewayLook(GatewayState State, IReadOnlyList<BesideFact> Beside, string? AwsId)
{
    /// <summary>AWS's id of what is not there any more, where it is remembered.</summary>
    public string? LastAwsId { get; init; }
}

/// <summary>A setting in the gateway that the portal does not keep.</summary>
/// <param name="Address">The thing that has it.</param>
/// <param name="Name">What it is called, as "method settings */*".</param>
/// <param name="Value">As JSON.</param>
internal sealed record BesideFact(Address Address, string Name, string Value)
{
    /// <summary>The name of a canary of a stage, the one thing beside the specs that a change set can take away.</summary>
    public const string Canary = "canary";

    /// <summary>The name of what an API's head says of addresses.</summary>
    public const string Addresses = "the version of addresses";

    /// <summary>The name of what a usage plan is sold as.</summary>
    public const string Product = "the product of AWS Marketplace";

    /// <summary>The name of what the next write of an API deletes.</summary>
    public const string Loose = "integrations that no route names";

    /// <summary>The name of routing rules of a domain name, of which nothing was said when it was last written.</summary>
    public const string RoutingRules = "routing rules";

    /// <summary>Whether it is one of a stage's settings: none of those that the portal keeps stands beside.</summary>
    public bool IsSetting { get; init; }

    /// <summary>What is to be said of it; null where the name and the value say it.</summary>
    public string? Says { get; init; }
}
