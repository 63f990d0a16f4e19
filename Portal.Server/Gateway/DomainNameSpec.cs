using System.Text.Json.Serialization;
using Portal.Shared.Stages;

namespace Portal.Server.Gateway;

/// <summary>A name of one's own for APIs, with what answers below which of its paths. It is a subject of its own, because it may lead to several APIs.</summary>
internal sealed record DomainNameSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.DomainName, Id);

    [JsonIgnore]
    public override string Label => $"domain name {Name}";

    /// <summary>As in "api.example.com". It cannot change.</summary>
    public required string Name { get; init; }

    /// <summary>REGIONAL or PRIVATE, or EDGE of what was imported. It cannot change here.</summary>
    public required string EndpointType { get; init; }

    /// <summary>The certificate for the name, of ACM, by its ARN.</summary>
    public required string CertificateArn { get; init; }

    /// <summary>The least version of TLS: TLS_1_2, TLS_1_0, or one of the newer policies.</summary>
    public required string SecurityPolicy { get; init; }

    /// <summary>What clients' certificates are held against; null where clients need none.</summary>
    public required TruststoreSpec? MutualTls { get; init; }

    /// <summary>ipv4 or dualstack; null where nothing is said of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IpAddressType { get; init; }

    /// <summary>Whether mappings decide where calls go, or routing rules do so before or instead of them (<see cref="RoutingModes"/>); null where nothing is said of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RoutingMode { get; init; }

    /// <summary>By the path, as in "/v1", or "/" for all of it: a stage by <see cref="UsagePlanSpec.StageKey"/>, or by <see cref="UsagePlanSpec.ForeignStageKey"/> where it is not ours.</summary>
    public required SortedMap<string> Mappings { get; init; }

    /// <summary>By the priority, of which there is one each; null where nothing is said of them. They are kept whatever the mode is, and have a say by the mode alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<RoutingRuleSpec>? RoutingRules { get; init; }

    /// <summary>Who may call a private name, as JSON (<see cref="NamePolicy"/>); null of others, and where nobody may.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Policy { get; init; }

    /// <summary>The VPC endpoints of the account that reach a private name, by their ids, with what they are to AWS (VPCE); null where nothing is said of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<string>? VpcEndpoints { get; init; }

    [JsonIgnore]
    public bool IsPrivate => EndpointType is DomainEndpoints.Private;

    /// <summary>Those that are let in are kept out before a private name goes: whose it is then, AWS does not say.</summary>
    [JsonIgnore]
    public override Spec? Emptied => VpcEndpoints is { Count: > 0 } ? this with { VpcEndpoints = SortedMap<string>.Empty } : null;

    public override Spec AsFarAs(Spec? said) => said is DomainNameSpec other
        ? this with { IpAddressType = other.IpAddressType is null ? null : IpAddressType, RoutingMode = other.RoutingMode is null ? null : RoutingMode, RoutingRules = other.RoutingRules is null ? null : RoutingRules, VpcEndpoints = other.VpcEndpoints is null ? null : VpcEndpoints }
        : this;
}

/// <summary>The certificates that clients' are held against, in S3.</summary>
internal sealed record TruststoreSpec
{
    /// <summary>As in "s3://bucket/truststore.pem".</summary>
    public required string Uri { get; init; }

    /// <summary>The version of the object; null is the latest.</summary>
    public required string? Version { get; init; }
}
