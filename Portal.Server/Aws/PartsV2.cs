using System.Collections.Concurrent;
using Amazon.ApiGatewayV2.Model;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace Portal.Server.Aws;

/// <summary>What HTTP and WebSocket APIs are made of, with what AWS's ids of authorizers mean as it was last read: a quick look sees ids where a whole one reads names.</summary>
internal sealed class PartsV2(AwsClients aws)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Authorizer>> _authorizers = new();

    public async Task<IReadOnlyList<Authorizer>> AuthorizersAsync(string id, CancellationToken cancellationToken) => _authorizers[id] = await Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetAuthorizersAsync, new GetAuthorizersRequest { ApiId = id, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    /// <summary>Null where the routes name one that is not known: it was made meanwhile.</summary>
    public IReadOnlyList<Authorizer>? KnownAuthorizersOrNull(string id, IReadOnlyList<Route> routes)
    {
        var known = _authorizers.GetValueOrDefault(id) ?? [];

        return routes.All(route => string.IsNullOrEmpty(route.AuthorizerId) || known.Any(authorizer => authorizer.AuthorizerId == route.AuthorizerId)) ? known : null;
    }

    public Task<List<Route>> RoutesAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetRoutesAsync, new GetRoutesRequest { ApiId = id, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    public Task<List<Integration>> IntegrationsAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetIntegrationsAsync, new GetIntegrationsRequest { ApiId = id, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    /// <summary>Of a WebSocket API; others have none.</summary>
    public Task<List<Model>> ModelsAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetModelsAsync, new GetModelsRequest { ApiId = id, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });
}
