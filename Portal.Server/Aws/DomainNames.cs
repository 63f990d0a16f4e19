using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Aws;

/// <summary>
/// Names of one's own with what they lead to. Mappings of public ones go by version 2 of the service, which maps REST and HTTP APIs alike and takes paths of several parts; what is otherwise
/// with private ones, <see cref="PrivateNames"/> does.
/// </summary>
internal sealed class DomainNames(AwsClients aws, KnownBook known, WriteRights rights, StageKeys? stages = null) : MarkedKind<DomainNameSpec, DomainName>(known, rights)
{
    private readonly StageKeys _stages = stages ?? new StageKeys(new StageLists(aws, known));
    private readonly RoutingRules _rules = new(aws);
    private readonly ApiMappings _mappings = new(aws);
    private readonly PrivateNames _private = new(aws, once: stages is not null);

    public override Kind Kind => Kind.DomainName;

    public override string Folder => "domainnames";

    public override Task<List<DomainName>> AllAsync(CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetDomainNamesAsync, new GetDomainNamesRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    public override IReadOnlyDictionary<string, string>? TagsOf(DomainName live) => live.Tags;

    public Task<DomainNameSpec> ReadAsync(DomainName live, CancellationToken cancellationToken) => ToSpecAsync(IdOf(live), live, cancellationToken);

    /// <summary>Private names have ARNs of their own, which policies of earlier days do not grant: all else is listed without them then.</summary>
    protected override async Task<DomainNameSpec?> ListedOrNullAsync(DomainName live, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(live, cancellationToken);
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Denied && PrivateNames.Is(live))
        {
            return null;
        }
    }

    protected override IReadOnlyList<BesideFact> Beside(DomainNameSpec spec) => spec.RoutingRules is { Count: > 0 } ? [RoutingRules.Beside(spec)] : [];

    /// <summary>There may be several private names that are spelled alike.</summary>
    protected override string IdOf(DomainName live) => PrivateNames.IdOf(live) is { } id ? $"{live.Name}+{id}" : live.Name;

    protected override async Task<DomainNameSpec> ToSpecAsync(string id, DomainName live, CancellationToken cancellationToken)
    {
        var name = Named(live);
        var (mapped, ruled, reached) = (
            MappingsAsync(name, cancellationToken), _rules.ListAsync(live, cancellationToken), PrivateNames.Is(live) ? _private.EndpointsOrNullAsync(live, cancellationToken) : Task.FromResult<SortedMap<string>?>(null));
        await Task.WhenAll(mapped, ruled, reached);
        var (mappings, rules) = (await mapped, await ruled);
        var keys = await _stages.ReadAsync([.. mappings.Select(mapping => mapping.Api).Concat(RoutingRules.ApisOf(rules)).Distinct()], cancellationToken);

        return new DomainNameSpec(id)
        {
            Name = live.Name,
            EndpointType = live.EndpointConfiguration?.Types?.Find(type => type is DomainEndpoints.Regional or DomainEndpoints.Private) ?? "EDGE",
            CertificateArn = live.RegionalCertificateArn ?? live.CertificateArn ?? "",
            SecurityPolicy = live.SecurityPolicy?.Value ?? "",
            MutualTls = live.MutualTlsAuthentication is { TruststoreUri: { Length: > 0 } uri } tls ? new TruststoreSpec { Uri = uri, Version = string.IsNullOrEmpty(tls.TruststoreVersion) ? null : tls.TruststoreVersion } : null,
            IpAddressType = live.EndpointConfiguration?.IpAddressType?.Value ?? (PrivateNames.Is(live) ? "dualstack" : "ipv4"),
            RoutingMode = ModeOf(live),
            RoutingRules = RoutingRules.Of(rules, keys),
            Policy = string.IsNullOrEmpty(live.Policy) ? null : NamePolicy.Of(live.Policy, live.Name),
            VpcEndpoints = await reached,
            Mappings = new(mappings.Select(mapping => KeyValuePair.Create(mapping.Path, keys.GetValueOrDefault((mapping.Api, mapping.Stage)) ?? UsagePlanSpec.ForeignStageKey(mapping.Api, mapping.Stage)))),
        };
    }

    /// <summary>AWS has been seen to say it of a private name by the words of either version.</summary>
    private static string ModeOf(DomainName live) => (live.RoutingMode?.Value ?? RoutingModes.ByMappings).Replace("API_MAPPING", "BASE_PATH_MAPPING", StringComparison.Ordinal);

    /// <summary>One that bears this very mark was made by an earlier call that was cut.</summary>
    protected override async Task CreateAsync(DomainNameSpec after, CancellationToken cancellationToken)
    {
        if (await OwnAsync("CreateDomainName", after.Id, cancellationToken) is { } earlier)
        {
            await UpdateAsync(await ToSpecAsync(after.Id, earlier, cancellationToken), after, cancellationToken);

            return;
        }

        var stages = await _stages.FindAsync("CreateDomainName", [.. after.Mappings.Values.Concat(RulesOf(after).Values.Select(rule => rule.Stage)).Distinct()], cancellationToken);
        var isRegional = after.EndpointType is DomainEndpoints.Regional;
        var made = await Calls.AskAsync(aws.Writing.CreateDomainNameAsync, new CreateDomainNameRequest
        {
            DomainName = after.Name,
            EndpointConfiguration = new() { Types = [after.EndpointType], IpAddressType = after.IsPrivate ? null : after.IpAddressType },
            RoutingMode = after.RoutingMode,
            RegionalCertificateArn = isRegional ? after.CertificateArn : null,
            CertificateArn = isRegional ? null : after.CertificateArn,
            SecurityPolicy = after.SecurityPolicy,
            MutualTlsAuthentication = after.MutualTls is { } tls ? new() { TruststoreUri = tls.Uri, TruststoreVersion = tls.Version } : null,
            Policy = after.Policy,
            Tags = new() { [RestApis.Mark] = after.Id },
        }, cancellationToken);
        var name = new NamedDomain(after.Name, after.IsPrivate ? made.DomainNameId : null);
        await _rules.WriteAsync(name, SortedMap<RoutingRuleSpec>.Empty, RulesOf(after), stages, cancellationToken);
        await MapAsync(name, SortedMap<string>.Empty, after.Mappings, stages, cancellationToken);

        if (after.VpcEndpoints is { Count: > 0 } endpoints)
        {
            await _private.AssociateAsync(made.DomainNameArn, SortedMap<string>.Empty, endpoints, cancellationToken);
        }
    }

    protected override async Task UpdateAsync(DomainNameSpec before, DomainNameSpec after, CancellationToken cancellationToken)
    {
        if (before.Name != after.Name || before.EndpointType != after.EndpointType)
        {
            throw new GatewayRefusedException("UpdateDomainName", "BadRequestException", "A domain name keeps its name and its type of endpoint: make another one.", GatewayRefusal.Final);
        }

        var live = await OwnOrThrowAsync("UpdateDomainName", after.Id, cancellationToken);
        var name = Named(live);
        var (ruledBefore, ruled) = after.RoutingRules is null ? (SortedMap<RoutingRuleSpec>.Empty, SortedMap<RoutingRuleSpec>.Empty) : (RulesOf(before), after.RoutingRules);
        var changed = after.Mappings.Where(mapping => before.Mappings.GetValueOrDefault(mapping.Key) != mapping.Value).Select(mapping => mapping.Value)
            .Concat(ruled.Where(rule => ruledBefore.GetValueOrDefault(rule.Key)?.Text != rule.Value.Text).Select(rule => rule.Value.Stage));
        var stages = await _stages.FindAsync("UpdateDomainName", [.. changed.Distinct()], cancellationToken);

        // What is to decide stands before it decides, and what decided goes when it does no longer.
        await _rules.WriteAsync(name, ruledBefore, ruled, stages, cancellationToken);

        if (RoutingModes.GoesByRules(before.RoutingMode) && !RoutingModes.GoesByRules(after.RoutingMode ?? before.RoutingMode))
        {
            await MapAsync(name, before.Mappings, after.Mappings, stages, cancellationToken);
            await PatchAsync(name, before, after, cancellationToken);
        }
        else
        {
            await PatchAsync(name, before, after, cancellationToken);
            await MapAsync(name, before.Mappings, after.Mappings, stages, cancellationToken);
        }

        await _rules.DropAsync(name, ruledBefore, ruled, cancellationToken);

        if (after.VpcEndpoints is { } endpoints)
        {
            await _private.AssociateAsync(live.DomainNameArn, before.VpcEndpoints ?? SortedMap<string>.Empty, endpoints, cancellationToken);
        }
    }

    private async Task PatchAsync(NamedDomain name, DomainNameSpec before, DomainNameSpec after, CancellationToken cancellationToken)
    {
        if (Patches(before, after).ToList() is { Count: > 0 } patches)
        {
            await Calls.AskAsync(aws.Writing.UpdateDomainNameAsync, new UpdateDomainNameRequest { DomainName = name.Name, DomainNameId = name.Id, PatchOperations = patches }, cancellationToken);
        }
    }

    private static NamedDomain Named(DomainName live) => new(live.Name, PrivateNames.IdOf(live));

    private static SortedMap<RoutingRuleSpec> RulesOf(DomainNameSpec name) => name.RoutingRules ?? SortedMap<RoutingRuleSpec>.Empty;

    protected override async Task DeleteAsync(DomainNameSpec before, CancellationToken cancellationToken)
    {
        if (await OwnAsync("DeleteDomainName", before.Id, cancellationToken) is { } live)
        {
            if (before.VpcEndpoints is { Count: > 0 } endpoints)
            {
                await _private.AssociateAsync(live.DomainNameArn, endpoints, SortedMap<string>.Empty, cancellationToken);
            }

            await Calls.DeleteAsync(aws.Writing.DeleteDomainNameAsync, new DeleteDomainNameRequest { DomainName = live.Name, DomainNameId = PrivateNames.IdOf(live) }, cancellationToken);
        }
    }

    private static IEnumerable<PatchOperation> Patches(DomainNameSpec before, DomainNameSpec after)
    {
        if (before.CertificateArn != after.CertificateArn)
        {
            yield return Replace(after.EndpointType is DomainEndpoints.Regional ? "/regionalCertificateArn" : "/certificateArn", after.CertificateArn);
        }

        if (before.Policy != after.Policy)
        {
            yield return Replace("/policy", after.Policy ?? "");
        }

        if (before.SecurityPolicy != after.SecurityPolicy)
        {
            yield return Replace("/securityPolicy", after.SecurityPolicy);
        }

        if (after.IpAddressType is { } addresses && before.IpAddressType != addresses)
        {
            yield return Replace("/endpointConfiguration/ipAddressType", addresses);
        }

        if (after.RoutingMode is { } routing && before.RoutingMode != routing)
        {
            yield return Replace("/routingMode", routing);
        }

        if (before.MutualTls?.Uri != after.MutualTls?.Uri)
        {
            yield return Replace("/mutualTlsAuthentication/truststoreUri", after.MutualTls?.Uri ?? "");
        }

        if (after.MutualTls is { } tls && before.MutualTls?.Version != tls.Version)
        {
            yield return Replace("/mutualTlsAuthentication/truststoreVersion", tls.Version ?? "");
        }
    }

    private Task MapAsync(NamedDomain name, SortedMap<string> before, SortedMap<string> after, IReadOnlyDictionary<string, (string Api, string Stage)> stages, CancellationToken cancellationToken) =>
        before.SequenceEqual(after) ? Task.CompletedTask
        : name.Id is null ? _mappings.WriteAsync(name.Name, before, after, stages, cancellationToken)
        : _private.MapAsync(name, before, after, stages, cancellationToken);

    private async Task<List<LiveMapping>> MappingsAsync(NamedDomain name, CancellationToken cancellationToken) => name.Id is null
        ? (await _mappings.ListAsync(name.Name, cancellationToken)).ConvertAll(mapping => new LiveMapping($"/{mapping.ApiMappingKey}", mapping.ApiId, mapping.Stage))
        : (await _private.MappingsAsync(name, cancellationToken)).ConvertAll(mapping => new LiveMapping(PrivateNames.PathOf(mapping), mapping.RestApiId, mapping.Stage ?? ""));

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };

    /// <param name="Path">"/" for all of it, or as in "/v1".</param>
    /// <param name="Api">AWS's id.</param>
    /// <param name="Stage">None where it is left to callers.</param>
    private sealed record LiveMapping(string Path, string Api, string Stage);
}
