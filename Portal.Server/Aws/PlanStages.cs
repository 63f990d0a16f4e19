using System.Globalization;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>The stages of a plan, of REST and of WebSocket APIs, by the portal's ids and by AWS's.</summary>
internal sealed class PlanStages(RestApis apis, Stages stages, GatewayV2 second)
{
    /// <summary>What AWS holds, with the portal's ids where a stage bears our mark.</summary>
    public async Task<SortedMap<PlanStageSpec>> ToSpecsAsync(IReadOnlyList<ApiStage> live, CancellationToken cancellationToken)
    {
        if (live is [])
        {
            return SortedMap<PlanStageSpec>.Empty;
        }

        var ours = await apis.MarksAsync(cancellationToken);
        var marks = new Dictionary<(string RestApiId, string StageName), string>();

        foreach (var restApiId in live.Select(stage => stage.ApiId).Distinct().Where(ours.ContainsKey))
        {
            foreach (var stage in await stages.ListAsync(restApiId, cancellationToken))
            {
                marks[(restApiId, stage.Live.StageName)] = UsagePlanSpec.StageKey(ours[restApiId], stage.Id);
            }
        }

        if (live.Select(stage => stage.ApiId).Where(id => !ours.ContainsKey(id)).ToHashSet() is { Count: > 0 } others)
        {
            foreach (var (place, key) in await second.StageKeysAsync(others, cancellationToken))
            {
                marks[place] = key;
            }
        }

        return new SortedMap<PlanStageSpec>(
            from stage in live
            select KeyValuePair.Create(
                marks.GetValueOrDefault((stage.ApiId, stage.Stage)) ?? UsagePlanSpec.ForeignStageKey(stage.ApiId, stage.Stage),
                ToSpec(stage)));
    }

    /// <summary>AWS's ids of stages, by the portal's. Refuses if one is not there: nothing was written then.</summary>
    public async Task<IReadOnlyDictionary<string, ApiStage>> FindAsync(string operation, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ApiStage>();

        foreach (var key in keys)
        {
            found[key] = await FindAsync(key, cancellationToken) ?? throw new GatewayRefusedException(
                operation, Calls.NotFound, $"The stage {key} does not exist in this account and Region, or lost its tag portal:id. Deploy to it, or take it out of the plan.", GatewayRefusal.Final);
        }

        return found;
    }

    /// <summary>"GET /pets" is "/pets/GET" to a usage plan, and "GET /" is "//GET".</summary>
    public static string MethodKeyOf(string route) => route.Split(' ', 2) is [var method, var path] ? $"{path}/{method}" : route;

    public static PlanStageSpec ToSpec(ApiStage stage) => new() { Methods = new(from method in stage.Throttle ?? [] select KeyValuePair.Create(RouteOf(method.Key), ToSpec(method.Value))) };

    public static ThrottleSpec ToSpec(ThrottleSettings live) => new() { RateLimit = live.RateLimit ?? 0, BurstLimit = live.BurstLimit ?? 0 };

    public static ThrottleSettings Of(ThrottleSpec spec) => new() { RateLimit = spec.RateLimit, BurstLimit = spec.BurstLimit };

    private static string RouteOf(string methodKey) => methodKey.LastIndexOf('/') is var slash and > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{methodKey[(slash + 1)..]} {methodKey[..slash]}")
        : methodKey;

    private async Task<ApiStage?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (UsagePlanSpec.ForeignOf(key) is var (foreignApi, foreignStage))
        {
            return new ApiStage { ApiId = foreignApi, Stage = foreignStage };
        }

        return key.Split('/', 2) is [var api, var stage] ? await OfRestAsync(api, stage, cancellationToken) ?? await OfSecondAsync(api, stage, cancellationToken) : null;
    }

    private async Task<ApiStage?> OfRestAsync(string api, string stage, CancellationToken cancellationToken) =>
        !second.HasSeen(api)
        && (await apis.FindAsync(api, cancellationToken))?.Id is { } restApiId
        && (await stages.ListAsync(restApiId, cancellationToken)).FirstOrDefault(live => live.Id == stage) is { } found
        ? new ApiStage { ApiId = restApiId, Stage = found.Live.StageName }
        : null;

    private async Task<ApiStage?> OfSecondAsync(string api, string stage, CancellationToken cancellationToken) =>
        await second.FindStageAsync(api, stage, cancellationToken) is var (apiId, name) ? new ApiStage { ApiId = apiId, Stage = name } : null;
}
