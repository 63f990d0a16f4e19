using System.Text.Json.Serialization;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.DomainNames;

/// <summary>A name of one's own for APIs, as version 1 shows it. Both versions show the same names: it is kept as <see cref="WholeDomain"/>.</summary>
internal sealed record DomainName
{
    // CloudFront's zone, the same for all its names.
    private const string EdgeZone = "Z2FDTNDATAQYW2";

    [JsonPropertyName("domainName")]
    public required string Name { get; init; }

    public string? DomainNameId { get; init; }

    public required string DomainNameArn { get; init; }

    public string? CertificateName { get; init; }

    public string? CertificateArn { get; init; }

    public DateTimeOffset? CertificateUploadDate { get; init; }

    public string? RegionalDomainName { get; init; }

    public string? RegionalHostedZoneId { get; init; }

    public string? RegionalCertificateName { get; init; }

    public string? RegionalCertificateArn { get; init; }

    public string? DistributionDomainName { get; init; }

    public string? DistributionHostedZoneId { get; init; }

    public required DomainEndpoint EndpointConfiguration { get; init; }

    /// <summary>There is nothing to wait for here.</summary>
    public required string DomainNameStatus { get; init; }

    public string? SecurityPolicy { get; init; }

    public string? EndpointAccessMode { get; init; }

    public Map<string>? Tags { get; init; }

    public MutualTls? MutualTlsAuthentication { get; init; }

    public string? OwnershipVerificationCertificateArn { get; init; }

    public string? ManagementPolicy { get; init; }

    public string? Policy { get; init; }

    public string? RoutingMode { get; init; }

    public static DomainName Of(WholeDomain whole)
    {
        var configurations = whole.Domain.DomainNameConfigurations;
        var regional = configurations.FirstOrDefault(one => one.EndpointType is "REGIONAL");
        var other = configurations.FirstOrDefault(one => one.EndpointType is not "REGIONAL");
        var edge = other is { EndpointType: "EDGE" } ? other : null;
        return new()
        {
            Name = whole.Domain.Name,
            DomainNameId = whole.DomainNameId,
            DomainNameArn = whole.Domain.DomainNameArn,
            CertificateName = other?.CertificateName,
            CertificateArn = other?.CertificateArn,
            CertificateUploadDate = other is null ? null : whole.Created,
            RegionalDomainName = regional?.ApiGatewayDomainName,
            RegionalHostedZoneId = regional?.HostedZoneId,
            RegionalCertificateName = regional?.CertificateName,
            RegionalCertificateArn = regional?.CertificateArn,
            DistributionDomainName = edge?.ApiGatewayDomainName,
            DistributionHostedZoneId = edge is null ? null : EdgeZone,
            EndpointConfiguration = new([.. configurations.Select(one => one.EndpointType)], configurations[0].IpAddressType),
            DomainNameStatus = configurations[0].DomainNameStatus,
            SecurityPolicy = configurations[0].SecurityPolicy,
            EndpointAccessMode = whole.EndpointAccessMode,
            Tags = whole.Domain.Tags.OrNull(),
            MutualTlsAuthentication = whole.Domain.MutualTlsAuthentication,
            OwnershipVerificationCertificateArn = (regional ?? other)?.OwnershipVerificationCertificateArn,
            ManagementPolicy = whole.ManagementPolicy,
            Policy = whole.Policy,
            RoutingMode = RoutingModes.OfVersion1(whole.Domain.RoutingMode),
        };
    }
}

internal sealed record DomainEndpoint(IReadOnlyList<string> Types, string IpAddressType);

/// <summary>What version 1 calls the ways of choosing an API, which version 2 calls otherwise.</summary>
internal static class RoutingModes
{
    public const string Names = "BASE_PATH_MAPPING_ONLY, ROUTING_RULE_ONLY, ROUTING_RULE_THEN_BASE_PATH_MAPPING";

    public static string OfVersion1(string mode) => mode.Replace("API_MAPPING", "BASE_PATH_MAPPING", StringComparison.Ordinal);

    public static string OfVersion2(string mode) => Names.Split(", ").Contains(mode)
        ? mode.Replace("BASE_PATH_MAPPING", "API_MAPPING", StringComparison.Ordinal)
        : throw Wire.AwsError.BadRequest($"Invalid routing mode specified. Valid options are {Names.Replace(", ", ",", StringComparison.Ordinal)}");
}
