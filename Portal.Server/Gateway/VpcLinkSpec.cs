using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A way of REST APIs to a network load balancer in a private network. To which one cannot change: another is another way.</summary>
internal sealed record VpcLinkSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.VpcLink, Id);

    [JsonIgnore]
    public override string Label => $"VPC link {Name}";

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>The ARN of the network load balancer.</summary>
    public required string TargetArn { get; init; }
}

/// <summary>The same of version 2 of the service, for HTTP APIs and, by listeners, REST APIs: it stands in subnets, and leads to whatever is there. Where cannot change.</summary>
internal sealed record VpcLinkV2Spec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.VpcLinkV2, Id);

    [JsonIgnore]
    public override string Label => $"VPC link {Name}";

    public required string Name { get; init; }

    public required IReadOnlyList<string> SubnetIds { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required IReadOnlyList<string> SecurityGroupIds { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }
}
