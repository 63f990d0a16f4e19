using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads an account and Region as it is, whoever made what is there.</summary>
internal sealed class AccountReader(OpenConnections connections) : IAccountReader
{
    /// <summary>AWS takes ten calls a second; these many wait for their turn at a time.</summary>
    private const int CallsAtOnce = 8;

    public async Task<FoundAccount> ListAsync(Guid connection, ImportSelection? only, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);
        var heads = await HeadsAsync(opened, only, apisAlone: false, cancellationToken);

        return heads with { Apis = await WithStagesAsync(opened, heads.Apis, cancellationToken) };
    }

    public async Task<FoundAccount> HeadsAsync(Guid connection, bool apisAlone, CancellationToken cancellationToken) =>
        await HeadsAsync(await connections.OpenAsync(connection, cancellationToken), null, apisAlone, cancellationToken);

    public async Task<IReadOnlyList<FoundApi>> WithStagesAsync(Guid connection, IReadOnlyList<FoundApi> apis, CancellationToken cancellationToken) =>
        await WithStagesAsync(await connections.OpenAsync(connection, cancellationToken), apis, cancellationToken);

    private static async Task<FoundAccount> HeadsAsync(Opened opened, ImportSelection? only, bool apisAlone, CancellationToken cancellationToken)
    {
        var aws = opened.Clients;
        var (apis, second, plans) = (RestApis.AllAsync(aws, cancellationToken), ApisV2.AllAsync(aws, cancellationToken), apisAlone ? Task.FromResult<List<UsagePlan>>([]) : UsagePlans.AllAsync(aws, cancellationToken));
        await Task.WhenAll(apis, second, plans);

        var chosen = (await plans).Where(plan => only is null || only.Plans.Contains(plan.Id)).ToList();
        var looked = only is null ? null : only.Apis.Concat(chosen.SelectMany(plan => plan.ApiStages ?? []).Select(stage => stage.ApiId)).ToHashSet();
        var ofSecond = new FoundApisV2(opened);

        return new FoundAccount
        {
            Apis =
            [
                .. from api in await apis
                   where looked is null || looked.Contains(api.Id)
                   orderby api.Name.ToUpperInvariant(), api.Id
                   select HeadOf(api, opened),
                .. (await second).Where(api => looked is null || looked.Contains(api.ApiId))
                    .OrderBy(api => api.ProtocolType == ProtocolType.WEBSOCKET).ThenBy(api => api.Name, StringComparer.OrdinalIgnoreCase).ThenBy(api => api.ApiId, StringComparer.Ordinal)
                    .Select(ofSecond.HeadOf),
            ],
            Plans = [.. chosen.OrderBy(plan => plan.Name, StringComparer.OrdinalIgnoreCase).ThenBy(plan => plan.Id, StringComparer.Ordinal).Select(plan => Of(plan, opened.Owners))],
            Things = apisAlone || only is { Things.Count: 0 } ? [] : [.. (await ThingsAsync(opened, cancellationToken)).Where(thing => only is null || only.Things.Contains(thing.Path))],
            Keys = only is null && !apisAlone ? await Quotas.KeysAsync(aws, cancellationToken) : 0,
        };
    }

    private static FoundApi HeadOf(RestApi api, Opened opened) => new()
    {
        AwsId = api.Id,
        Name = api.Name,
        EndpointType = api.EndpointConfiguration?.Types is [var type, ..] ? type : "EDGE",
        Mark = api.Tags?.GetValueOrDefault(RestApis.Mark),
        Owner = opened.Owners.Of($"restapis/{api.Id}", api.Tags),
    };

    private static async Task<IReadOnlyList<FoundApi>> WithStagesAsync(Opened opened, IReadOnlyList<FoundApi> apis, CancellationToken cancellationToken)
    {
        var found = new List<FoundApi>();

        foreach (var some in apis.Chunk(CallsAtOnce))
        {
            found.AddRange(await Task.WhenAll(some.Select(async api => api with { Stages = await StagesAsync(opened, api, cancellationToken), IsLooked = true })));
        }

        return found;
    }

    private static async Task<IReadOnlyList<FoundStage>> StagesAsync(Opened opened, FoundApi api, CancellationToken cancellationToken)
    {
        if (GatewayV2.Has(api.Kind))
        {
            return await new FoundApisV2(opened).StagesAsync(api, cancellationToken);
        }

        var stages = await Calls.AskAsync(opened.Clients.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = api.AwsId }, cancellationToken);

        return [.. (stages.Item ?? []).OrderBy(stage => stage.CreatedDate).ThenBy(stage => stage.StageName, StringComparer.Ordinal).Select(stage => FoundStages.Of(api.AwsId, stage, opened.Owners))];
    }

    public async Task<FoundDefinition> ReadApiAsync(Guid connection, FoundApi api, string portalId, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);

        return GatewayV2.Has(api.Kind) ? await new FoundApisV2(opened).ReadAsync(api.AwsId, portalId, cancellationToken) : await ReadRestApiAsync(opened, api.AwsId, portalId, cancellationToken);
    }

    private static async Task<FoundDefinition> ReadRestApiAsync(Opened opened, string restApiId, string portalId, CancellationToken cancellationToken)
    {
        var aws = opened.Clients;
        var head = await RestApis.GetAsync(aws, restApiId, cancellationToken);
        var notes = new List<string>();

        return new FoundDefinition
        {
            Definition = (await new RestApiReader(aws, new KnownIds()).ReadAsync(portalId, head, cancellationToken)).Untagged(),
            Documentation = await new DocumentationParts(aws).ReadAsync(restApiId, notes, cancellationToken),
            Deployments = await new ServedDeployments(aws).ReadAsync(restApiId, opened.Known, cancellationToken),
            Notes = notes,
        };
    }

    private static FoundPlan Of(UsagePlan plan, Owners owners) => new()
    {
        AwsId = plan.Id,
        Mark = plan.Tags?.GetValueOrDefault(RestApis.Mark),
        Owner = owners.Of($"usageplans/{plan.Id}", plan.Tags),
        Terms = UsagePlans.ToSpec(plan.Id, plan, new SortedMap<PlanStageSpec>((plan.ApiStages ?? []).Select(stage => KeyValuePair.Create(UsagePlanSpec.ForeignStageKey(stage.ApiId, stage.Stage), PlanStages.ToSpec(stage))))) with { Tags = null },
    };

    private static async Task<IEnumerable<FoundThing>> ThingsAsync(Opened opened, CancellationToken cancellationToken)
    {
        var found = new List<FoundThing>();

        foreach (var kind in new AccountKinds(opened.Clients, opened.Known, new WriteRights(opened.Owners), new StageKeys(new StageListsOnce(new StageLists(opened.Clients, opened.Known)))).Taggable)
        {
            found.AddRange((await kind.ListAsync(cancellationToken)).Select(thing => new FoundThing(thing.Spec, thing.Path, thing.Tags?.GetValueOrDefault(RestApis.Mark), opened.Owners.Of(thing.Path, thing.Tags))));
        }

        return found;
    }
}
