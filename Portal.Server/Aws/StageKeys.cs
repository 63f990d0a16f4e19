using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Stages of REST and HTTP APIs by the portal's ids and by AWS's, as they are now: for what leads to stages of many APIs.</summary>
/// <param name="aws">The clients of the connection.</param>
/// <param name="known">What was imported from there.</param>
/// <param name="once">Whether what is listed is kept: for a look at many names at one moment, so that APIs and stages are not listed for each of them.</param>
internal sealed class StageKeys(AwsClients aws, KnownBook known, bool once = false)
{
    private readonly Dictionary<string, List<(string Name, string? Mark)>> _stages = [];
    private (List<Amazon.APIGateway.Model.RestApi> First, List<Amazon.ApiGatewayV2.Model.Api> Second)? _apis;

    /// <summary>The portal's keys by AWS's id of the API and the stage's name, of those APIs that bear a mark.</summary>
    public async Task<IReadOnlyDictionary<(string Api, string Stage), string>> ReadAsync(IReadOnlyCollection<string> apis, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<(string, string), string>();

        if (apis.Count is 0)
        {
            return keys;
        }

        var (rest, http) = await ApisAsync(cancellationToken);

        foreach (var api in rest.Where(api => apis.Contains(api.Id)))
        {
            if ((api.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.ApiOf(api.Id)) is { } mark)
            {
                Enter(api.Id, mark, await StagesAsync(api.Id, async () =>
                [
                    .. from stage in (await Calls.AskAsync(aws.Reading.GetStagesAsync, new Amazon.APIGateway.Model.GetStagesRequest { RestApiId = api.Id }, cancellationToken)).Item ?? []
                       select (stage.StageName, stage.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.StageOf(api.Id, stage.StageName)),
                ]));
            }
        }

        foreach (var api in http.Where(api => apis.Contains(api.ApiId)))
        {
            if ((api.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.Of($"apis/{api.ApiId}")) is { } mark)
            {
                Enter(api.ApiId, mark, await StagesAsync(api.ApiId, async () =>
                [
                    .. from stage in await StagesV2.AllAsync(aws, api.ApiId, cancellationToken)
                       select (stage.StageName, stage.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.Of($"apis/{api.ApiId}/stages/{stage.StageName}")),
                ]));
            }
        }

        return keys;

        void Enter(string api, string mark, IEnumerable<(string Name, string? Mark)> stages)
        {
            foreach (var (name, stage) in stages.Where(stage => stage.Mark is not null))
            {
                keys[(api, name)] = UsagePlanSpec.StageKey(mark, stage!);
            }
        }
    }

    private async Task<(List<Amazon.APIGateway.Model.RestApi> First, List<Amazon.ApiGatewayV2.Model.Api> Second)> ApisAsync(CancellationToken cancellationToken)
    {
        if (once && _apis is { } kept)
        {
            return kept;
        }

        var (rest, http) = (RestApis.AllAsync(aws, cancellationToken), ApisV2.AllAsync(aws, cancellationToken));
        await Task.WhenAll(rest, http);
        var listed = (await rest, await http);
        _apis = once ? listed : null;

        return listed;
    }

    private async Task<List<(string Name, string? Mark)>> StagesAsync(string api, Func<Task<List<(string Name, string? Mark)>>> ask)
    {
        if (once && _stages.TryGetValue(api, out var kept))
        {
            return kept;
        }

        var listed = await ask();

        if (once)
        {
            _stages[api] = listed;
        }

        return listed;
    }

    /// <summary>AWS's ids of stages by the portal's keys. Refuses if one is not there: nothing was written then.</summary>
    public async Task<IReadOnlyDictionary<string, (string Api, string Stage)>> FindAsync(string operation, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var ours = keys.Where(key => UsagePlanSpec.ForeignOf(key) is null).Select(key => key.Split('/', 2)[0]).ToHashSet();
        var found = keys.Select(key => (Key: key, Foreign: UsagePlanSpec.ForeignOf(key))).Where(key => key.Foreign is not null).ToDictionary(key => key.Key, key => key.Foreign!.Value);

        if (ours.Count > 0)
        {
            var (rest, http) = (RestApis.AllAsync(aws, cancellationToken), ApisV2.AllAsync(aws, cancellationToken));
            await Task.WhenAll(rest, http);
            string[] apis =
            [
                .. (await rest).Where(api => ours.Contains(api.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.ApiOf(api.Id) ?? "")).Select(api => api.Id),
                .. (await http).Where(api => ours.Contains(api.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.Of($"apis/{api.ApiId}") ?? "")).Select(api => api.ApiId),
            ];

            foreach (var (place, key) in await ReadAsync(apis, cancellationToken))
            {
                found[key] = place;
            }
        }

        return keys.FirstOrDefault(key => !found.ContainsKey(key)) is { } missing
            ? throw new GatewayRefusedException(operation, Calls.NotFound, $"The stage {missing} does not exist in this account and Region, or lost its tag portal:id. Deploy to it, or leave its mapping out.", GatewayRefusal.Final)
            : found;
    }
}
