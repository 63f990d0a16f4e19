using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using Portal.Shared.Stages;
using CreateDomainNameRequest = Amazon.APIGateway.Model.CreateDomainNameRequest;
using DomainName = Amazon.APIGateway.Model.DomainName;

namespace Portal.Server.Aws;

/// <summary>
/// Names of one's own with what they lead to. Their mappings go by version 2 of the service, which maps REST and HTTP APIs alike and takes paths of several parts.
/// Private names are another thing (<see cref="PrivateNames"/>), and not among them.
/// </summary>
internal sealed class DomainNames(AwsClients aws, KnownBook known, WriteRights rights, StageKeys? stages = null) : MarkedKind<DomainNameSpec, DomainName>(known, rights)
{
    private readonly StageKeys _stages = stages ?? new StageKeys(new StageLists(aws, known));
    private readonly RoutingRules _rules = new(aws);

    public override Kind Kind => Kind.DomainName;

    public override string Folder => "domainnames";

    public override async Task<List<DomainName>> AllAsync(CancellationToken cancellationToken) => [.. (await EveryAsync(cancellationToken)).Where(name => !PrivateNames.Is(name))];

    /// <summary>With the private ones.</summary>
    public Task<List<DomainName>> EveryAsync(CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetDomainNamesAsync, new Amazon.APIGateway.Model.GetDomainNamesRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    public override IReadOnlyDictionary<string, string>? TagsOf(DomainName live) => live.Tags;

    public Task<DomainNameSpec> ReadAsync(DomainName live, CancellationToken cancellationToken) => ToSpecAsync(live.Name, live, cancellationToken);

    protected override IReadOnlyList<BesideFact> Beside(DomainNameSpec spec) => spec.RoutingRules is { Count: > 0 } ? [RoutingRules.Beside(spec)] : [];

    protected override string IdOf(DomainName live) => live.Name;

    protected override async Task<DomainNameSpec> ToSpecAsync(string id, DomainName live, CancellationToken cancellationToken)
    {
        var (mapped, ruled) = (MappingsAsync(live.Name, cancellationToken), _rules.ListAsync(live, cancellationToken));
        await Task.WhenAll(mapped, ruled);
        var (mappings, rules) = (await mapped, await ruled);
        var keys = await _stages.ReadAsync([.. mappings.Select(mapping => mapping.ApiId).Concat(RoutingRules.ApisOf(rules)).Distinct()], cancellationToken);

        return new DomainNameSpec(id)
        {
            Name = live.Name,
            EndpointType = live.EndpointConfiguration?.Types?.Contains("REGIONAL") is true ? "REGIONAL" : "EDGE",
            CertificateArn = live.RegionalCertificateArn ?? live.CertificateArn ?? "",
            SecurityPolicy = live.SecurityPolicy?.Value ?? "",
            MutualTls = live.MutualTlsAuthentication is { TruststoreUri: { Length: > 0 } uri } tls ? new TruststoreSpec { Uri = uri, Version = string.IsNullOrEmpty(tls.TruststoreVersion) ? null : tls.TruststoreVersion } : null,
            IpAddressType = live.EndpointConfiguration?.IpAddressType?.Value ?? "ipv4",
            RoutingMode = live.RoutingMode?.Value ?? RoutingModes.ByMappings,
            RoutingRules = RoutingRules.Of(rules, keys),
            Mappings = new(mappings.Select(mapping => KeyValuePair.Create($"/{mapping.ApiMappingKey}", keys.GetValueOrDefault((mapping.ApiId, mapping.Stage)) ?? UsagePlanSpec.ForeignStageKey(mapping.ApiId, mapping.Stage)))),
        };
    }

    /// <summary>One that bears this very mark was made by an earlier call that was cut.</summary>
    protected override async Task CreateAsync(DomainNameSpec after, CancellationToken cancellationToken)
    {
        if (await OwnAsync("CreateDomainName", after.Id, cancellationToken) is { } earlier)
        {
            await UpdateAsync(await ToSpecAsync(after.Id, earlier, cancellationToken), after, cancellationToken);

            return;
        }

        var stages = await _stages.FindAsync("CreateDomainName", [.. after.Mappings.Values.Concat(RulesOf(after).Values.Select(rule => rule.Stage)).Distinct()], cancellationToken);
        var isRegional = after.EndpointType is "REGIONAL";
        await Calls.AskAsync(aws.Writing.CreateDomainNameAsync, new CreateDomainNameRequest
        {
            DomainName = after.Name,
            EndpointConfiguration = new() { Types = [after.EndpointType], IpAddressType = after.IpAddressType },
            RoutingMode = after.RoutingMode,
            RegionalCertificateArn = isRegional ? after.CertificateArn : null,
            CertificateArn = isRegional ? null : after.CertificateArn,
            SecurityPolicy = after.SecurityPolicy,
            MutualTlsAuthentication = after.MutualTls is { } tls ? new() { TruststoreUri = tls.Uri, TruststoreVersion = tls.Version } : null,
            Tags = new() { [RestApis.Mark] = after.Id },
        }, cancellationToken);
        await _rules.WriteAsync(Named(after), SortedMap<RoutingRuleSpec>.Empty, RulesOf(after), stages, cancellationToken);
        await MapAsync(after.Name, SortedMap<string>.Empty, after.Mappings, stages, cancellationToken);
    }

    protected override async Task UpdateAsync(DomainNameSpec before, DomainNameSpec after, CancellationToken cancellationToken)
    {
        if (before.Name != after.Name || before.EndpointType != after.EndpointType)
        {
            throw new GatewayRefusedException("UpdateDomainName", "BadRequestException", "A domain name keeps its name and its type of endpoint: make another one.", GatewayRefusal.Final);
        }

        await OwnOrThrowAsync("UpdateDomainName", after.Id, cancellationToken);
        var (ruledBefore, ruled) = after.RoutingRules is null ? (SortedMap<RoutingRuleSpec>.Empty, SortedMap<RoutingRuleSpec>.Empty) : (RulesOf(before), after.RoutingRules);
        var changed = after.Mappings.Where(mapping => before.Mappings.GetValueOrDefault(mapping.Key) != mapping.Value).Select(mapping => mapping.Value)
            .Concat(ruled.Where(rule => ruledBefore.GetValueOrDefault(rule.Key)?.Text != rule.Value.Text).Select(rule => rule.Value.Stage));
        var stages = await _stages.FindAsync("UpdateDomainName", [.. changed.Distinct()], cancellationToken);

        // What is to decide stands before it decides, and what decided goes when it does no longer.
        await _rules.WriteAsync(Named(after), ruledBefore, ruled, stages, cancellationToken);

        if (RoutingModes.GoesByRules(before.RoutingMode) && !RoutingModes.GoesByRules(after.RoutingMode ?? before.RoutingMode))
        {
            await MapAsync(after.Name, before.Mappings, after.Mappings, stages, cancellationToken);
            await PatchAsync(before, after, cancellationToken);
        }
        else
        {
            await PatchAsync(before, after, cancellationToken);
            await MapAsync(after.Name, before.Mappings, after.Mappings, stages, cancellationToken);
        }

        await _rules.DropAsync(Named(after), ruledBefore, ruled, cancellationToken);
    }

    private async Task PatchAsync(DomainNameSpec before, DomainNameSpec after, CancellationToken cancellationToken)
    {
        if (Patches(before, after).ToList() is { Count: > 0 } patches)
        {
            await Calls.AskAsync(aws.Writing.UpdateDomainNameAsync, new Amazon.APIGateway.Model.UpdateDomainNameRequest { DomainName = after.Name, PatchOperations = patches }, cancellationToken);
        }
    }

    private static NamedDomain Named(DomainNameSpec name) => new(name.Name, null);

    private static SortedMap<RoutingRuleSpec> RulesOf(DomainNameSpec name) => name.RoutingRules ?? SortedMap<RoutingRuleSpec>.Empty;

    protected override async Task DeleteAsync(DomainNameSpec before, CancellationToken cancellationToken)
    {
        if (await OwnAsync("DeleteDomainName", before.Id, cancellationToken) is { } live)
        {
            await Calls.DeleteAsync(aws.Writing.DeleteDomainNameAsync, new Amazon.APIGateway.Model.DeleteDomainNameRequest { DomainName = live.Name }, cancellationToken);
        }
    }

    private static IEnumerable<PatchOperation> Patches(DomainNameSpec before, DomainNameSpec after)
    {
        if (before.CertificateArn != after.CertificateArn)
        {
            yield return Replace(after.EndpointType is "REGIONAL" ? "/regionalCertificateArn" : "/certificateArn", after.CertificateArn);
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

    /// <summary>What goes goes first, so that a path is free for what comes.</summary>
    private async Task MapAsync(string name, SortedMap<string> before, SortedMap<string> after, IReadOnlyDictionary<string, (string Api, string Stage)> stages, CancellationToken cancellationToken)
    {
        if (before.SequenceEqual(after))
        {
            return;
        }

        var live = (await MappingsAsync(name, cancellationToken)).ToDictionary(mapping => $"/{mapping.ApiMappingKey}", mapping => mapping.ApiMappingId);

        foreach (var path in before.Keys.Except(after.Keys).Where(live.ContainsKey))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteApiMappingAsync, new DeleteApiMappingRequest { DomainName = name, ApiMappingId = live[path] }, cancellationToken);
        }

        foreach (var (path, key) in after.Where(mapping => before.GetValueOrDefault(mapping.Key) != mapping.Value))
        {
            var (api, stage) = stages[key];
            await (live.TryGetValue(path, out var id)
                ? Calls.AskAsync(aws.WritingV2.UpdateApiMappingAsync, new UpdateApiMappingRequest { DomainName = name, ApiMappingId = id, ApiId = api, Stage = stage }, cancellationToken)
                : (Task)Calls.AskAsync(aws.WritingV2.CreateApiMappingAsync, new CreateApiMappingRequest { DomainName = name, ApiMappingKey = path[1..], ApiId = api, Stage = stage }, cancellationToken));
        }
    }

    private Task<List<ApiMapping>> MappingsAsync(string name, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetApiMappingsAsync, new GetApiMappingsRequest { DomainName = name, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };
}
