using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposeDomainNameHandler(AccountProposals proposals, DomainNaming naming, TimeProvider clock) : IHandler<ProposeDomainName, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeDomainName request, CurrentUser user, CancellationToken cancellationToken) =>
        await naming.PlacesAsync(request.ConnectionId, request, request.EndpointType, request.RoutingMode, user, cancellationToken) switch
        {
            Answer<NamedPlaces>.Refused(var refusal) => refusal,
            Answer<NamedPlaces>.Given(var places) => await proposals.BringAsync(
                new AccountDeed(
                    request.ConnectionId, request.TeamId, user, $"Make the domain name {request.Name}",
                    request.EndpointType is DomainEndpoints.Private
                        ? "Callers reach it some 15 minutes later, through the VPC endpoints that are let in, where its policy, that of the API and those of the endpoints allow it; the private DNS of the VPC must point the name at the endpoint."
                        : "Callers reach it once DNS points the name at what the page of domain names then shows: a CNAME, or an alias in Route 53.",
                    "ACM must have issued the certificate, for this name, in this Region.")
                {
                    Names = await naming.NamesAsync(request.ConnectionId, cancellationToken),
                },
                new DomainNameSpec(Guid.CreateVersion7(clock.GetUtcNow()).ToString())
                {
                    Name = request.Name,
                    EndpointType = request.EndpointType,
                    CertificateArn = request.CertificateArn,
                    SecurityPolicy = request.SecurityPolicy,
                    MutualTls = TruststoreOf(request),
                    IpAddressType = request.IpAddressType ?? (request.EndpointType is DomainEndpoints.Private ? "dualstack" : "ipv4"),
                    RoutingMode = request.RoutingMode ?? RoutingModes.ByMappings,
                    RoutingRules = places.Rules ?? SortedMap<RoutingRuleSpec>.Empty,
                    Mappings = places.Mappings,
                    Policy = request.Policy is { } policy ? NamePolicy.Of(policy, request.Name) : null,
                    VpcEndpoints = request.EndpointType is DomainEndpoints.Private ? EndpointsOf(request.VpcEndpoints ?? []) : null,
                },
                cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static SortedMap<string> EndpointsOf(IEnumerable<string> endpoints) => new(endpoints.Select(endpoint => KeyValuePair.Create(endpoint, "VPCE")));

    public static TruststoreSpec? TruststoreOf(IDomainNameTerms terms) =>
        Connection.Said(terms.TruststoreUri) is { } uri ? new TruststoreSpec { Uri = uri, Version = Connection.Said(terms.TruststoreVersion) } : null;
}
