using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.Execution;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Traffic;

/// <summary>A stage with what can be called of it, by whom, and what that counts into.</summary>
internal sealed record CalledStage
{
    public required Region Region { get; init; }

    public required ApiEntry Entry { get; init; }

    public required Stage Stage { get; init; }

    public required IReadOnlyList<CalledRoute> Routes { get; init; }

    /// <summary>Those whose keys open it, the ones who call most first.</summary>
    public required IReadOnlyList<Consumer> Consumers { get; init; }

    public required AccessLog? Log { get; init; }

    /// <summary>What a call of no route counts into.</summary>
    public required IReadOnlyList<CallSeries> Series { get; init; }

    /// <summary>Fit for the name of a file.</summary>
    public string Id => $"{Entry.Id}.{Stage.StageName}";

    public string Name => $"{Entry.Id}/{Stage.StageName}";

    /// <summary>What stays the same when the same things are set up anew, with other ids.</summary>
    public string Seed => $"{Entry.Api.Name}/{Stage.StageName}";

    public string StreamName => AccessLog.StreamName(Entry.Id, Stage);

    /// <summary>Null where nothing can be called.</summary>
    public static CalledStage? Of(Region region, ApiEntry entry, Stage stage)
    {
        if (entry.Deployments.Find(stage.DeploymentId) is not Deployment { Snapshot: var snapshot })
        {
            return null;
        }

        CalledRoute[] routes = [.. snapshot.Definition.Resources.Values
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .SelectMany(resource => (resource.ResourceMethods ?? Map<Method>.Empty).Values.Select(method => new CalledRoute(resource, method, CallSeries.Of(entry, stage, resource, method))))
            .Where(route => route.Method.HttpMethod is not "OPTIONS")];
        return routes is []
            ? null
            : new()
            {
                Region = region,
                Entry = entry,
                Stage = stage,
                Routes = routes,
                Consumers = snapshot.Api.ApiKeySource is RestApi.KeyInHeader && Array.Exists(routes, route => route.Method.ApiKeyRequired) ? Openers(region, entry.Id, stage.StageName) : [],
                Log = AccessLog.Of(region, stage),
                Series = CallSeries.Of(entry, stage, null, null),
            };
    }

    private static Consumer[] Openers(Region region, string apiId, string stage) =>
    [
        .. from entry in region.ApiKeys.All.Values
           where entry.Key.Enabled
           let plan = entry.UsagePlanIds.Select(region.UsagePlans.Find).FirstOrDefault(plan => plan?.StageOf(apiId, stage) is not null)
           where plan is not null
           orderby entry.Key.Name, entry.Key.CreatedDate, entry.Id
           select new Consumer(entry.Key, plan),
    ];
}

internal sealed record CalledRoute(Resource Resource, Method Method, IReadOnlyList<CallSeries> Series)
{
    /// <summary>Reading is what most callers do.</summary>
    public double Weight => Method.HttpMethod switch
    {
        "GET" => 6,
        "ANY" => 3,
        "POST" => 2,
        "PUT" or "PATCH" => 1,
        _ => 0.4,
    };

    public string Verb => Method.HttpMethod is "ANY" ? "GET" : Method.HttpMethod;

    /// <summary>A path that leads there.</summary>
    public string Path(int number) => string.Join('/', Resource.Path.Split('/').Select(part => part.StartsWith('{') ? $"{number}" : part));
}

internal sealed record Consumer(ApiKey Key, UsagePlan Plan);
