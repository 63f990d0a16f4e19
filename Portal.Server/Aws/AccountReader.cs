using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads an account and Region as it is, whoever made what is there.</summary>
internal sealed class AccountReader(OpenConnections connections) : IAccountReader
{
    public async Task<FoundAccount> ListAsync(Guid connection, ImportSelection? only, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);
        var aws = opened.Clients;
        var (apis, plans) = (RestApis.AllAsync(aws, cancellationToken), UsagePlans.AllAsync(aws, cancellationToken));
        await Task.WhenAll(apis, plans);

        var chosen = (await plans).Where(plan => only is null || only.Plans.Contains(plan.Id)).ToList();
        var looked = only is null ? null : only.Apis.Concat(chosen.SelectMany(plan => plan.ApiStages ?? []).Select(stage => stage.ApiId)).ToHashSet();
        var found = new List<FoundApi>();

        foreach (var api in (await apis).Where(api => looked is null || looked.Contains(api.Id)).OrderBy(api => api.Name, StringComparer.OrdinalIgnoreCase).ThenBy(api => api.Id, StringComparer.Ordinal))
        {
            var stages = await Calls.AskAsync(aws.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = api.Id }, cancellationToken);

            found.Add(new FoundApi
            {
                AwsId = api.Id,
                Name = api.Name,
                EndpointType = api.EndpointConfiguration?.Types is [var type, ..] ? type : "EDGE",
                Mark = api.Tags?.GetValueOrDefault(RestApis.Mark),
                Owner = opened.Owners.Of($"restapis/{api.Id}", api.Tags),
                Stages = [.. (stages.Item ?? []).OrderBy(stage => stage.CreatedDate).ThenBy(stage => stage.StageName, StringComparer.Ordinal).Select(stage => FoundStages.Of(api.Id, stage, opened.Owners))],
            });
        }

        var second = await ApisV2.AllAsync(aws, cancellationToken);
        var ofSecond = new FoundApisV2(opened);

        foreach (var api in second.Where(api => looked is null || looked.Contains(api.ApiId)).OrderBy(api => api.ProtocolType == ProtocolType.WEBSOCKET).ThenBy(api => api.Name, StringComparer.OrdinalIgnoreCase).ThenBy(api => api.ApiId, StringComparer.Ordinal))
        {
            found.Add(await ofSecond.HeadAsync(api, cancellationToken));
        }

        return new FoundAccount
        {
            Apis = found,
            Plans = [.. chosen.OrderBy(plan => plan.Name, StringComparer.OrdinalIgnoreCase).ThenBy(plan => plan.Id, StringComparer.Ordinal).Select(plan => Of(plan, opened.Owners))],
            Things = only is { Things.Count: 0 } ? [] : [.. (await ThingsAsync(opened, cancellationToken)).Where(thing => only is null || only.Things.Contains(thing.Path))],
            Keys = only is null ? await Quotas.KeysAsync(aws, cancellationToken) : 0,
        };
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
            Definition = await new RestApiReader(aws, new KnownIds()).ReadAsync(portalId, head, cancellationToken) with { Tags = null },
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

        foreach (var kind in new AccountKinds(opened.Clients, opened.Known, new WriteRights(opened.Owners)).Taggable)
        {
            found.AddRange((await kind.ListAsync(cancellationToken)).Select(thing => new FoundThing(thing.Spec, thing.Path, thing.Tags?.GetValueOrDefault(RestApis.Mark), opened.Owners.Of(thing.Path, thing.Tags))));
        }

        return found;
    }
}
