using System.Diagnostics;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposeDomainNameChangeHandler(AccountProposals proposals, DomainNaming naming) : IHandler<ProposeDomainNameChange, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeDomainNameChange request, CurrentUser user, CancellationToken cancellationToken) =>
        await naming.FindAsync(request.ConnectionId, request.Id, cancellationToken) switch
        {
            Answer<DomainNameSpec>.Refused(var refusal) => refusal,
            Answer<DomainNameSpec>.Given(var known) when NamingRefusals.Unfit(request, known) is { } refusal => refusal,
            Answer<DomainNameSpec>.Given(var known) => await ProposeAsync(request, known, user, cancellationToken),
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<ProposedChange>> ProposeAsync(ProposeDomainNameChange request, DomainNameSpec known, CurrentUser user, CancellationToken cancellationToken) =>
        await naming.PlacesAsync(request.ConnectionId, request, known.EndpointType, request.RoutingMode ?? known.RoutingMode, user, cancellationToken) switch
        {
            Answer<NamedPlaces>.Refused(var refusal) => refusal,
            Answer<NamedPlaces>.Given(var places) => await proposals.BringAsync(
                new AccountDeed(request.ConnectionId, request.TeamId, user, $"Change the domain name {known.Name}") { Names = await naming.NamesAsync(request.ConnectionId, cancellationToken) },
                known with
                {
                    CertificateArn = request.CertificateArn,
                    SecurityPolicy = request.SecurityPolicy,
                    MutualTls = ProposeDomainNameHandler.TruststoreOf(request),
                    IpAddressType = request.IpAddressType ?? known.IpAddressType,
                    RoutingMode = request.RoutingMode ?? known.RoutingMode,
                    RoutingRules = Rules(places.Rules, known.RoutingRules ?? SortedMap<RoutingRuleSpec>.Empty),
                    Mappings = Mappings(places.Mappings, known.Mappings),
                    Policy = request.Policy is { } policy ? NamePolicy.Of(policy, known.Name) : known.Policy,
                    VpcEndpoints = request.VpcEndpoints is { } endpoints ? ProposeDomainNameHandler.EndpointsOf(endpoints) : known.VpcEndpoints,
                },
                cancellationToken),
            _ => throw new UnreachableException(),
        };

    /// <summary>What leads to a foreign stage is not the portal's to lose: it stays where nothing of ours takes its path.</summary>
    private static SortedMap<string> Mappings(SortedMap<string> wanted, SortedMap<string> known) =>
        new([.. wanted, .. known.Where(mapping => UsagePlanSpec.ForeignOf(mapping.Value) is not null && !wanted.ContainsKey(mapping.Key))]);

    private static SortedMap<RoutingRuleSpec> Rules(SortedMap<RoutingRuleSpec>? wanted, SortedMap<RoutingRuleSpec> known) =>
        wanted is null ? known : new([.. wanted, .. NamedRules.Kept(known, wanted)]);
}
