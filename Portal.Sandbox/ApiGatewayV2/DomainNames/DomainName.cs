using System.Text.Json.Serialization;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGatewayV2.DomainNames;

/// <summary>A name of one's own for APIs, as GetDomainName shows it.</summary>
internal sealed record DomainName
{
    [JsonPropertyName("domainName")]
    public required string Name { get; init; }

    public required string DomainNameArn { get; init; }

    public string ApiMappingSelectionExpression { get; init; } = "$request.basepath";

    public required IReadOnlyList<DomainNameConfiguration> DomainNameConfigurations { get; init; }

    public MutualTls? MutualTlsAuthentication { get; init; }

    public string RoutingMode { get; init; } = "API_MAPPING_ONLY";

    public Map<string> Tags { get; init; } = Map<string>.Empty;
}

internal sealed record DomainNameConfiguration
{
    public required string ApiGatewayDomainName { get; init; }

    public string? CertificateArn { get; init; }

    public string? CertificateName { get; init; }

    /// <summary>There is nothing to wait for here.</summary>
    public string DomainNameStatus { get; init; } = "AVAILABLE";

    public required string EndpointType { get; init; }

    /// <summary>Made up: no zone of a DNS stands behind it.</summary>
    public string HostedZoneId { get; init; } = "Z0000000SANDBOX";

    public required string IpAddressType { get; init; }

    public required string SecurityPolicy { get; init; }

    public string? OwnershipVerificationCertificateArn { get; init; }
}

internal sealed record MutualTls(string? TruststoreUri, string? TruststoreVersion);

/// <summary>Which stage of which API answers below a path of the name.</summary>
internal sealed record ApiMapping
{
    public required string ApiMappingId { get; init; }

    public required string ApiId { get; init; }

    public required string Stage { get; init; }

    public string ApiMappingKey { get; init; } = "";
}

/// <summary>A name with its mappings, as it is kept for both versions.</summary>
internal sealed record WholeDomain
{
    public required DomainName Domain { get; init; }

    public Map<ApiMapping> Mappings { get; init; } = Map<ApiMapping>.Empty;

    /// <summary>By id.</summary>
    public Map<RoutingRule> Rules { get; init; } = Map<RoutingRule>.Empty;

    /// <summary>Of private names only, which version 2 does not know.</summary>
    public string? DomainNameId { get; init; }

    /// <summary>Who may call through a private name.</summary>
    public string? Policy { get; init; }

    public string? ManagementPolicy { get; init; }

    public string? EndpointAccessMode { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>With a mapping, where there may be one more; that with several parts in its path is one of few.</summary>
    public WholeDomain With(ApiMapping mapping)
    {
        var mappings = Mappings.With(mapping.ApiMappingId, mapping);
        Limits.Check(mappings.Values.Count(one => one.ApiMappingKey.Contains('/', StringComparison.Ordinal)), Limits.MultiLevelMappings, "multi-level API mappings", "this domain name");
        return this with { Mappings = mappings };
    }

    [JsonIgnore]
    public string Id => Key(Domain.Name, DomainNameId);

    /// <summary>What it is kept under, as its ARN ends: a file's name has no asterisk.</summary>
    public static string Key(string name, string? id = null) => $"{name.Replace('*', '_')}{(id is null ? "" : $"+{id}")}";
}
