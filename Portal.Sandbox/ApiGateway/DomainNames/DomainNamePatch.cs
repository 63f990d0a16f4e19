using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.DomainNames;

/// <summary>
/// The patch paths of UpdateDomainName. A name moves between edge and Regional by adding the one endpoint with its certificate, and removing the other in a later call.
/// </summary>
internal static class DomainNamePatch
{
    public static WholeDomain Apply(string region, WholeDomain whole, IReadOnlyList<PatchOperation> patches)
    {
        if (patches.Any(patch => patch.Op is "add" && IsOfEndpoint(patch)) && patches.Any(patch => patch.Op is "remove" && IsOfEndpoint(patch)))
        {
            throw AwsError.BadRequest("Endpoints and certificates cannot be added and removed in one request");
        }

        // An endpoint may come after its certificate, and go before it.
        return patches.OrderBy(patch => (patch.Op, patch.Path) switch { ("add", "/endpointConfiguration/types") => 0, ("remove", "/endpointConfiguration/types") => 2, _ => 1 })
            .Aggregate(whole, (state, patch) => Apply(region, state, patch));
    }

    /// <summary>An endpoint without certificate yet.</summary>
    public static DomainNameConfiguration Endpoint(string region, string type) => new()
    {
        EndpointType = type,
        ApiGatewayDomainName = type is "EDGE" ? $"d{Ids.Long()}.cloudfront.net" : $"d-{Ids.Long()}.execute-api.{region}.amazonaws.com",
        IpAddressType = "ipv4",
        SecurityPolicy = "TLS_1_2",
    };

    private static WholeDomain Apply(string region, WholeDomain whole, PatchOperation patch) => (patch.Op, patch.Path) switch
    {
        ("add", "/endpointConfiguration/types") => WithEndpoint(region, whole, DomainNameRules.Type(patch.Value)),
        ("remove", "/endpointConfiguration/types") => With(whole, [.. whole.Domain.DomainNameConfigurations.Where(one => one.EndpointType != patch.Value)]),
        ("add" or "replace" or "remove", "/certificateArn" or "/certificateName" or "/regionalCertificateArn" or "/regionalCertificateName") => WithCertificate(whole, patch),
        ("replace", "/endpointConfiguration/ipAddressType") => Each(whole, one => one with { IpAddressType = DomainNameRules.AddressType(patch.Value) }),
        ("replace", "/securityPolicy") => Each(whole, one => one with { SecurityPolicy = DomainNameRules.SecurityPolicy(patch.Value) }),
        ("add" or "replace" or "remove", "/ownershipVerificationCertificateArn") => Each(whole, one => one with { OwnershipVerificationCertificateArn = patch.Op is "remove" || patch.Value is "" ? null : patch.Value }),
        ("replace", "/endpointAccessMode") => whole with { EndpointAccessMode = DomainNameRules.AccessMode(patch.Value) },
        ("replace", "/policy") => whole with { Policy = DomainNameRules.Policy(whole.DomainNameId is not null, patch.Value) },
        ("replace", "/managementPolicy") => whole with { ManagementPolicy = DomainNameRules.Policy(whole.DomainNameId is not null, patch.Value) },
        ("replace", "/routingMode") => whole with { Domain = whole.Domain with { RoutingMode = RoutingModes.OfVersion2(patch.Value ?? "") } },
        ("add" or "replace" or "remove", "/mutualTlsAuthentication/truststoreUri" or "/mutualTlsAuthentication/truststoreVersion") => whole with { Domain = whole.Domain with { MutualTlsAuthentication = Tls(whole.Domain.MutualTlsAuthentication, patch) } },
        _ => throw patch.NotSupported("/certificateArn", "/certificateName", "/endpointAccessMode", "/endpointConfiguration/ipAddressType", "/managementPolicy", "/mutualTlsAuthentication/truststoreUri", "/mutualTlsAuthentication/truststoreVersion", "/ownershipVerificationCertificateArn", "/policy", "/regionalCertificateArn", "/regionalCertificateName", "/routingMode", "/securityPolicy"),
    };

    private static bool IsOfEndpoint(PatchOperation patch) => patch.Path is "/endpointConfiguration/types" || patch.Path.EndsWith("ertificateArn", StringComparison.Ordinal) || patch.Path.EndsWith("ertificateName", StringComparison.Ordinal);

    private static WholeDomain WithEndpoint(string region, WholeDomain whole, string type)
    {
        var before = whole.Domain.DomainNameConfigurations;
        if (type is "PRIVATE" || whole.DomainNameId is not null)
        {
            throw AwsError.BadRequest("The endpoint type of a private domain name cannot be changed");
        }

        return before.Any(one => one.EndpointType == type) ? whole : With(whole, [.. before, Endpoint(region, type) with { IpAddressType = before[0].IpAddressType, SecurityPolicy = before[0].SecurityPolicy }]);
    }

    /// <summary>Without its certificate an endpoint is refused after the last step, unless it goes as well.</summary>
    private static WholeDomain WithCertificate(WholeDomain whole, PatchOperation patch)
    {
        var regional = patch.Path.StartsWith("/regional", StringComparison.Ordinal);
        var value = patch.Op is "remove" ? null : patch.Value;
        if (patch.Op is not "remove" && !whole.Domain.DomainNameConfigurations.Any(one => one.EndpointType is "REGIONAL" == regional))
        {
            throw AwsError.BadRequest($"Invalid patch path {patch.Path}: the domain name has no such endpoint");
        }

        return Each(whole, one => one.EndpointType is "REGIONAL" != regional ? one
            : patch.Path.EndsWith("Arn", StringComparison.Ordinal) ? one with { CertificateArn = value }
            : one with { CertificateName = value });
    }

    /// <summary>Without trust store there is no mutual TLS.</summary>
    private static MutualTls? Tls(MutualTls? tls, PatchOperation patch)
    {
        var value = patch.Op is "remove" || patch.Value is "" ? null : patch.Value;
        var changed = patch.Path.EndsWith("Uri", StringComparison.Ordinal) ? new MutualTls(value, tls?.TruststoreVersion) : new MutualTls(tls?.TruststoreUri, value);
        return changed.TruststoreUri is null && patch.Path.EndsWith("Uri", StringComparison.Ordinal) ? null : changed;
    }

    private static WholeDomain Each(WholeDomain whole, Func<DomainNameConfiguration, DomainNameConfiguration> change) =>
        With(whole, [.. whole.Domain.DomainNameConfigurations.Select(change)]);

    private static WholeDomain With(WholeDomain whole, IReadOnlyList<DomainNameConfiguration> configurations) =>
        whole with { Domain = whole.Domain with { DomainNameConfigurations = configurations } };
}
