using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Stages of REST and HTTP APIs by the portal's ids and by AWS's: for what leads to stages of many APIs.</summary>
internal sealed class StageKeys(IStageLists lists)
{
    /// <summary>The portal's keys by AWS's id of the API and the stage's name, of those APIs that bear a mark.</summary>
    public async Task<IReadOnlyDictionary<(string Api, string Stage), string>> ReadAsync(IReadOnlyCollection<string> apis, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<(string, string), string>();

        if (apis.Count is 0)
        {
            return keys;
        }

        foreach (var api in (await lists.ApisAsync(cancellationToken)).Where(api => api.Mark is not null && apis.Contains(api.Id)))
        {
            foreach (var stage in (await lists.StagesAsync(api, cancellationToken)).Where(stage => stage.Mark is not null))
            {
                keys[(api.Id, stage.Name)] = UsagePlanSpec.StageKey(api.Mark!, stage.Mark!);
            }
        }

        return keys;
    }

    /// <summary>AWS's ids of stages by the portal's keys. Refuses if one is not there: nothing was written then.</summary>
    public async Task<IReadOnlyDictionary<string, (string Api, string Stage)>> FindAsync(string operation, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var ours = keys.Where(key => UsagePlanSpec.ForeignOf(key) is null).Select(key => key.Split('/', 2)[0]).ToHashSet();
        var found = keys.Select(key => (Key: key, Foreign: UsagePlanSpec.ForeignOf(key))).Where(key => key.Foreign is not null).ToDictionary(key => key.Key, key => key.Foreign!.Value);

        if (ours.Count > 0)
        {
            string[] apis = [.. (await lists.ApisAsync(cancellationToken)).Where(api => api.Mark is { } mark && ours.Contains(mark)).Select(api => api.Id)];

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
