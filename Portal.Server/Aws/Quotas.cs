using Amazon.APIGateway.Model;
using Portal.Server.Connections;
using Portal.Shared.Connections;

namespace Portal.Server.Aws;

/// <summary>Counts what AWS's quotas limit. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html</summary>
internal sealed class Quotas(OpenConnections connections, TimeProvider clock) : IQuotaSource
{
    /// <summary>GetResources is taken five times in two seconds: of so many APIs a person waits for about eight.</summary>
    private const int ApisAtATime = 20;

    public async Task<HeadroomView> CountAsync(Guid connection, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);
        var aws = opened.Clients;
        var (apis, keys, plans) = (RestApis.AllAsync(aws, cancellationToken), KeysAsync(aws, cancellationToken), UsagePlans.AllAsync(aws, cancellationToken));
        await Task.WhenAll(apis, keys, plans);

        var found = await apis;

        foreach (var api in opened.Quotas.OldestFirst(found, api => api.Id).Take(ApisAtATime))
        {
            opened.Quotas.Keep(api.Id, await SizeAsync(aws, api.Id, cancellationToken));
        }

        var sizes = found.Select(api => (api.Name, Size: opened.Quotas.Find(api.Id))).Where(api => api.Size is not null).ToList();

        return new HeadroomView
        {
            Quotas =
            [
                new() { What = "API keys", Used = await keys, Limit = 10_000, CanBeRaised = false },
                new() { What = "Usage plans", Used = (await plans).Count, Limit = 300, CanBeRaised = true },
                new() { What = "Regional APIs", Used = found.Count(api => TypeOf(api) is "REGIONAL"), Limit = 600, CanBeRaised = false },
                new() { What = "Edge-optimized APIs", Used = found.Count(api => TypeOf(api) is "EDGE"), Limit = 120, CanBeRaised = false },
                new() { What = "Private APIs", Used = found.Count(api => TypeOf(api) is "PRIVATE"), Limit = 600, CanBeRaised = false },
                .. sizes.OrderByDescending(api => api.Size!.Resources).Take(1).Select(api => new QuotaView { What = "Resources of one API, the largest", Of = api.Name, Used = api.Size!.Resources, Limit = 300, CanBeRaised = true }),
                .. sizes.OrderByDescending(api => api.Size!.Stages).Take(1).Select(api => new QuotaView { What = "Stages of one API, the most", Of = api.Name, Used = api.Size!.Stages, Limit = 10, CanBeRaised = true }),
                .. Tight(sizes),
            ],
            Apis = found.Count,
            ApisCounted = sizes.Count,
            At = clock.GetUtcNow(),
        };
    }

    /// <summary>Each API, after the first of its kind, that comes near a limit of its own.</summary>
    private static IEnumerable<QuotaView> Tight(List<(string Name, ApiSize? Size)> sizes) =>
    [
        .. sizes.OrderByDescending(api => api.Size!.Resources).Skip(1).Select(api => new QuotaView { What = "Resources of one API", Of = api.Name, Used = api.Size!.Resources, Limit = 300, CanBeRaised = true }).Where(quota => quota.IsTight),
        .. sizes.OrderByDescending(api => api.Size!.Stages).Skip(1).Select(api => new QuotaView { What = "Stages of one API", Of = api.Name, Used = api.Size!.Stages, Limit = 10, CanBeRaised = true }).Where(quota => quota.IsTight),
    ];

    private static string TypeOf(RestApi api) => api.EndpointConfiguration?.Types is [var type, ..] ? type : "EDGE";

    /// <summary>Ids are all that is asked for: values stay where they are.</summary>
    public static async Task<int> KeysAsync(AwsClients aws, CancellationToken cancellationToken) => (await Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetApiKeysAsync, new GetApiKeysRequest { IncludeValues = false, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    })).Count;

    private async Task<ApiSize> SizeAsync(AwsClients aws, string restApiId, CancellationToken cancellationToken)
    {
        var resources = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(aws.Reading.GetResourcesAsync, new GetResourcesRequest { RestApiId = restApiId, Limit = Calls.PageSize, Position = position }, cancellationToken);

            return (page.Items, page.Position);
        });
        var stages = await Calls.AskAsync(aws.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = restApiId }, cancellationToken);

        return new ApiSize(resources.Count, stages.Item?.Count ?? 0, clock.GetUtcNow());
    }
}
