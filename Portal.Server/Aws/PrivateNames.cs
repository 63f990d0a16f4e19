using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Private domain names, which VPC endpoints alone reach: told apart by an id of AWS's, guarded by a policy, and mapped by version 1 of the service. The portal shows them and changes nothing of them.
/// </summary>
internal sealed class PrivateNames(AwsClients aws, StageKeys stages)
{
    private readonly RoutingRules _rules = new(aws);

    public static bool Is(DomainName name) => name.EndpointConfiguration?.Types?.Contains("PRIVATE") is true;

    /// <summary>With the VPC endpoints that were let in; null where AWS does not tell.</summary>
    public async Task<IReadOnlyList<FoundDomain>> ReadAsync(IReadOnlyList<DomainName> names, Owners owners, CancellationToken cancellationToken)
    {
        if (names is [])
        {
            return [];
        }

        var endpoints = await EndpointsOrNullAsync(cancellationToken);
        var found = new List<FoundDomain>();

        foreach (var name in names)
        {
            found.Add(await ReadAsync(name, owners, endpoints?[name.DomainNameArn], cancellationToken));
        }

        return found;
    }

    private async Task<FoundDomain> ReadAsync(DomainName live, Owners owners, IEnumerable<string>? endpoints, CancellationToken cancellationToken)
    {
        var mappings = await MappingsAsync(live, cancellationToken);
        var rules = await _rules.ListAsync(live, cancellationToken);
        var keys = await stages.ReadAsync([.. mappings.Select(mapping => mapping.RestApiId).Concat(RoutingRules.ApisOf(rules)).Distinct()], cancellationToken);
        var path = $"domainnames/{live.Name}+{live.DomainNameId}";
        var spec = new DomainNameSpec($"{live.Name}+{live.DomainNameId}")
        {
            Name = live.Name,
            EndpointType = "PRIVATE",
            CertificateArn = live.CertificateArn ?? live.RegionalCertificateArn ?? "",
            SecurityPolicy = live.SecurityPolicy?.Value ?? "",
            MutualTls = null,
            IpAddressType = live.EndpointConfiguration?.IpAddressType?.Value,
            RoutingMode = live.RoutingMode?.Value,
            RoutingRules = RoutingRules.Of(rules, keys),
            Mappings = new(mappings.Select(mapping => KeyValuePair.Create(PathOf(mapping), keys.GetValueOrDefault((mapping.RestApiId, mapping.Stage ?? "")) ?? UsagePlanSpec.ForeignStageKey(mapping.RestApiId, mapping.Stage ?? "")))),
        };

        return new FoundDomain
        {
            Thing = new FoundThing(spec, path, null, owners.Of(path, live.Tags)),
            Status = live.DomainNameStatus?.Value ?? "",
            StatusMessage = live.DomainNameStatusMessage,
            Target = null,
            HostedZone = null,
            Private = new FoundPrivateName(live.DomainNameId, string.IsNullOrEmpty(live.Policy) ? null : live.Policy, endpoints is null ? null : [.. endpoints.Order(StringComparer.Ordinal)]),
        };
    }

    private static string PathOf(BasePathMapping mapping) => mapping.BasePath is null or "" or "(none)" ? "/" : $"/{mapping.BasePath}";

    private Task<List<BasePathMapping>> MappingsAsync(DomainName name, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(
            aws.Reading.GetBasePathMappingsAsync, new GetBasePathMappingsRequest { DomainName = name.Name, DomainNameId = name.DomainNameId, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    private async Task<ILookup<string, string>?> EndpointsOrNullAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await Calls.AllAsync(async position =>
            {
                var page = await Calls.AskAsync(aws.Reading.GetDomainNameAccessAssociationsAsync, new GetDomainNameAccessAssociationsRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

                return (page.Items, page.Position);
            });

            return all.ToLookup(association => association.DomainNameArn, association => association.AccessAssociationSource);
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Denied)
        {
            return null;
        }
    }
}
