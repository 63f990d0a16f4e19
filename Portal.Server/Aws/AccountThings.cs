using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Shows what an account and Region has beside its APIs.</summary>
internal sealed class AccountThings(OpenConnections connections) : IAccountThings
{
    /// <summary>AWS takes ten calls a second: for so many a person waits some ten seconds.</summary>
    private const int ApisAtATime = 100;

    private const int CallsAtOnce = 8;

    public async Task<IReadOnlyList<FoundCertificate>> CertificatesAsync(Guid connection, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);
        var certificates = new ClientCertificates(opened.Clients, opened.Known, new WriteRights(opened.Owners));

        return
        [
            .. from live in await certificates.AllAsync(cancellationToken)
               orderby live.ExpirationDate, live.ClientCertificateId
               select new FoundCertificate
               {
                   Thing = new FoundThing(ClientCertificates.ToSpec(live.ClientCertificateId, live), certificates.PathOf(live), MarkOf(live.Tags), opened.Owners.Of(certificates.PathOf(live), live.Tags)),
                   AwsId = live.ClientCertificateId,
                   Description = string.IsNullOrEmpty(live.Description) ? null : live.Description,
                   Pem = live.PemEncodedCertificate ?? "",
                   CreatedAt = Time(live.CreatedDate),
                   ExpiresAt = Time(live.ExpirationDate),
               },
        ];
    }

    public async Task<CertificateUses> CertificateUsesAsync(Guid connection, int leftOut, CancellationToken cancellationToken)
    {
        // Who waits for the rest of a large account waits behind others.
        using var errand = Errands.On(leftOut > 0 ? Errand.Background : Errands.Now);
        var aws = (await connections.OpenAsync(connection, cancellationToken)).Clients;
        var apis = await RestApis.AllAsync(aws, cancellationToken);
        var looked = apis.OrderBy(api => api.Name, StringComparer.OrdinalIgnoreCase).ThenBy(api => api.Id, StringComparer.Ordinal).Skip(leftOut).Take(ApisAtATime).ToList();
        var uses = new List<(string Certificate, string Stage)>();

        foreach (var some in looked.Chunk(CallsAtOnce))
        {
            uses.AddRange((await Task.WhenAll(some.Select(api => UsesAsync(aws, api, cancellationToken)))).SelectMany(found => found));
        }

        return new CertificateUses(uses.ToLookup(use => use.Certificate, use => use.Stage), apis.Count, Math.Min(apis.Count, leftOut + looked.Count));
    }

    public async Task<IReadOnlyList<FoundVpcLink>> VpcLinksAsync(Guid connection, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);
        var rights = new WriteRights(opened.Owners);
        var (links, linksV2) = (new VpcLinks(opened.Clients, opened.Known, rights), new VpcLinksV2(opened.Clients, opened.Known, rights));
        var (all, allV2) = (links.AllAsync(cancellationToken), linksV2.AllAsync(cancellationToken));
        await Task.WhenAll(all, allV2);
        FoundVpcLink[] found =
        [
            .. from live in await all
               select new FoundVpcLink
               {
                   Thing = new FoundThing(VpcLinks.ToSpec(live.Id, live), links.PathOf(live), MarkOf(live.Tags), opened.Owners.Of(links.PathOf(live), live.Tags)),
                   AwsId = live.Id,
                   Status = live.Status?.Value ?? "",
                   StatusMessage = live.StatusMessage,
               },
            .. from live in await allV2
               select new FoundVpcLink
               {
                   Thing = new FoundThing(VpcLinksV2.ToSpec(live.VpcLinkId, live), linksV2.PathOf(live), MarkOf(live.Tags), opened.Owners.Of(linksV2.PathOf(live), live.Tags)),
                   AwsId = live.VpcLinkId,
                   Status = live.VpcLinkStatus?.Value ?? "",
                   StatusMessage = live.VpcLinkStatusMessage,
               },
        ];

        return [.. found.OrderBy(link => AccountNames.Of(link.Thing.Spec), StringComparer.OrdinalIgnoreCase).ThenBy(link => link.AwsId, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<FoundDomain>> DomainsAsync(Guid connection, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);
        var stages = new StageKeys(new StageListsOnce(new StageLists(opened.Clients, opened.Known)));
        var domains = new DomainNames(opened.Clients, opened.Known, new WriteRights(opened.Owners), stages);
        var found = new List<FoundDomain>();

        foreach (var live in (await domains.AllAsync(cancellationToken)).OrderBy(PrivateNames.Is).ThenBy(name => name.Name, StringComparer.Ordinal).ThenBy(name => name.DomainNameId, StringComparer.Ordinal))
        {
            found.Add(new FoundDomain
            {
                Thing = new FoundThing(await domains.ReadAsync(live, cancellationToken), domains.PathOf(live), MarkOf(live.Tags), opened.Owners.Of(domains.PathOf(live), live.Tags)),
                Status = live.DomainNameStatus?.Value ?? "",
                StatusMessage = live.DomainNameStatusMessage,
                Target = live.RegionalDomainName ?? live.DistributionDomainName,
                HostedZone = live.RegionalHostedZoneId ?? live.DistributionHostedZoneId,
                AwsId = PrivateNames.IdOf(live),
            });
        }

        return found;
    }

    public async Task<AccountSettingsSpec> SettingsAsync(Guid connection, CancellationToken cancellationToken) =>
        (AccountSettingsSpec)(await new AccountSettings((await connections.OpenAsync(connection, cancellationToken)).Clients, new WriteRights(Owners.Standard)).ReadAsync(connection.ToString(), cancellationToken)).Spec!;

    private static async Task<IEnumerable<(string Certificate, string Stage)>> UsesAsync(AwsClients aws, RestApi api, CancellationToken cancellationToken)
    {
        var stages = await Calls.AskAsync(aws.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = api.Id }, cancellationToken);

        return
            from stage in stages.Item ?? []
            where !string.IsNullOrEmpty(stage.ClientCertificateId)
            select (stage.ClientCertificateId, $"{stage.StageName} of {api.Name}");
    }

    private static string? MarkOf(Dictionary<string, string>? tags) => tags?.GetValueOrDefault(RestApis.Mark);

    private static DateTimeOffset Time(DateTime? time) => time is { } said ? new DateTimeOffset(said.ToUniversalTime()) : DateTimeOffset.UnixEpoch;
}
