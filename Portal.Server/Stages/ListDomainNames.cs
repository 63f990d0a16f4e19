using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ListDomainNamesHandler(PortalDb db, DomainNaming naming) : IHandler<ListDomainNames, Page<DomainNameView>>
{
    public async Task<Answer<Page<DomainNameView>>> HandleAsync(ListDomainNames request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            var names = await naming.NamesAsync(request.ConnectionId, cancellationToken);
            var found = await naming.AllAsync(request.ConnectionId, cancellationToken);

            return new Page<DomainNameView> { Items = [.. found.Select(domain => View(domain.Domain, domain.Id, domain.Standing, names))], Total = found.Count };
        }
        catch (GatewayRefusedException refused)
        {
            return Connections.Refusals.NotAnswered(refused);
        }
    }

    private static DomainNameView View(FoundDomain domain, Guid? id, ThingStanding standing, Dictionary<string, string> names)
    {
        var spec = (DomainNameSpec)domain.Thing.Spec;

        return new DomainNameView
        {
            Id = id,
            Name = spec.Name,
            EndpointType = spec.EndpointType,
            CertificateArn = spec.CertificateArn,
            SecurityPolicy = spec.SecurityPolicy,
            TruststoreUri = spec.MutualTls?.Uri,
            TruststoreVersion = spec.MutualTls?.Version,
            IpAddressType = spec.IpAddressType ?? "ipv4",
            RoutingMode = spec.RoutingMode ?? RoutingModes.ByMappings,
            Status = domain.Status,
            StatusMessage = domain.StatusMessage,
            Target = domain.Target,
            HostedZone = domain.HostedZone,
            Mappings = [.. spec.Mappings.Select(mapping => View(mapping.Key, mapping.Value, names))],
            RoutingRules = [.. RoutingRuleSpec.InOrder(spec.RoutingRules).Select(rule => View(rule.Priority, rule.Rule, names))],
            Private = domain.AwsId is { } nameId ? new PrivateNameView(nameId, spec.Policy, spec.VpcEndpoints?.Keys.ToList()) : null,
            Standing = standing,
            OwnedBy = domain.Thing.Owner?.Words,
        };
    }

    private static DomainMappingView View(string path, string key, Dictionary<string, string> names) => names.TryGetValue(key, out var name)
        ? new(path, name, Guid.Parse(key.Split('/')[1]))
        : new(path, UsagePlanSpec.ForeignOf(key) is var (api, stage) ? $"{(stage is "" ? "any stage" : stage)} of {api}" : key, null);

    private static RoutingRuleView View(int priority, RoutingRuleSpec rule, Dictionary<string, string> names)
    {
        var place = View("/", rule.Stage, names);

        return new(priority, [.. rule.Conditions.Select(condition => condition.Words)], place.Stage, rule.StripsBasePath, place.StageId is { } stage ? NamedRules.FormOrNull(priority, rule, stage) : null);
    }
}
