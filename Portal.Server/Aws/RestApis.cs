using System.Collections.Concurrent;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Finds the REST API that bears the portal's id as its tag, or was imported by that id. AWS's id is remembered, so that looking again costs one call instead of a list.</summary>
internal sealed class RestApis(AwsClients aws, KnownBook known, WriteRights rights)
{
    /// <summary>What marks a thing as ours, in the call that creates it.</summary>
    public const string Mark = "portal:id";

    private readonly ConcurrentDictionary<string, string> _ids = new();
    private readonly ConcurrentDictionary<string, string> _last = new();

    /// <summary>As it is now, to be written; null where none bears the mark. Throws where it is not the portal's to write.</summary>
    public async Task<RestApi?> OwnAsync(string operation, string api, CancellationToken cancellationToken)
    {
        var found = await FindAsync(api, cancellationToken);
        rights.Demand(operation, api);

        return found;
    }

    /// <summary>As it is now; null where none bears the mark.</summary>
    public async Task<RestApi?> FindAsync(string api, CancellationToken cancellationToken) =>
        await RememberedAsync(api, cancellationToken) ?? await ListedAsync(api, cancellationToken);

    /// <summary>AWS's id, for calls that end in AWS's own "not found" if it is gone.</summary>
    public async Task<string> IdAsync(string operation, string api, CancellationToken cancellationToken)
    {
        if (!_ids.TryGetValue(api, out var id))
        {
            id = (await ListedAsync(api, cancellationToken))?.Id;
        }

        rights.Demand(operation, api);

        return id ?? throw new GatewayRefusedException(operation, Calls.NotFound, "The API does not exist in this account and Region, or lost its tag portal:id.", GatewayRefusal.Final);
    }

    /// <summary>The portal's ids by AWS's, of all that bear the mark.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MarksAsync(CancellationToken cancellationToken) =>
        (await MarkedAsync(cancellationToken)).DistinctBy(item => item.Api.Id).ToDictionary(item => item.Api.Id, item => item.Mark);

    /// <summary>All of the account and Region, whoever's they are.</summary>
    public static Task<List<RestApi>> AllAsync(AwsClients aws, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetRestApisAsync, new GetRestApisRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    public void Remember(string api, string id) => _ids[api] = _last[api] = id;

    /// <summary>AWS's id as it was last seen, whether or not the API is still there.</summary>
    public string? LastIdOf(string api) => _last.GetValueOrDefault(api);

    public void Forget(string api)
    {
        _ids.TryRemove(api, out _);
        rights.Forget(api);
    }

    /// <summary>As it is now, by AWS's id.</summary>
    public static async Task<RestApi> GetAsync(AwsClients aws, string restApiId, CancellationToken cancellationToken)
    {
        var answer = await Calls.AskAsync(aws.Reading.GetRestApiAsync, new GetRestApiRequest { RestApiId = restApiId }, cancellationToken);

        return new RestApi
        {
            Id = answer.Id,
            Name = answer.Name,
            Description = answer.Description,
            Version = answer.Version,
            EndpointConfiguration = answer.EndpointConfiguration,
            SecurityPolicy = answer.SecurityPolicy,
            EndpointAccessMode = answer.EndpointAccessMode,
            ApiKeySource = answer.ApiKeySource,
            DisableExecuteApiEndpoint = answer.DisableExecuteApiEndpoint,
            MinimumCompressionSize = answer.MinimumCompressionSize,
            BinaryMediaTypes = answer.BinaryMediaTypes,
            Policy = answer.Policy,
            Tags = answer.Tags,
        };
    }

    private async Task<RestApi?> RememberedAsync(string api, CancellationToken cancellationToken)
    {
        if (!_ids.TryGetValue(api, out var id))
        {
            return null;
        }

        try
        {
            var found = await GetAsync(aws, id, cancellationToken);

            if (MarkOf(found) == api)
            {
                rights.See(api, $"restapis/{id}", found.Tags);

                return found;
            }
        }
        catch (GatewayRefusedException refused) when (refused.Code is Calls.NotFound)
        {
            // Deleted by somebody else; another may bear the mark by now.
        }

        Forget(api);

        return null;
    }

    private string? MarkOf(RestApi api) => api.Tags?.GetValueOrDefault(Mark) ?? known.ApiOf(api.Id);

    private async Task<RestApi?> ListedAsync(string api, CancellationToken cancellationToken) =>
        (await MarkedAsync(cancellationToken)).LastOrDefault(item => item.Mark == api).Api;

    /// <summary>The oldest last: two with one mark cannot come from us, and the older one was first.</summary>
    private async Task<IReadOnlyList<(RestApi Api, string Mark)>> MarkedAsync(CancellationToken cancellationToken)
    {
        var all = await AllAsync(aws, cancellationToken);

        // One list is enough to find them all again. What is made while its pages are read may stand on two of them.
        List<(RestApi Api, string Mark)> marked =
        [
            .. from api in all
               let mark = MarkOf(api)
               where mark is not null
               orderby api.CreatedDate descending, api.Id descending
               select (api, mark),
        ];

        foreach (var (api, mark) in marked)
        {
            Remember(mark, api.Id);
            rights.See(mark, $"restapis/{api.Id}", api.Tags);
        }

        return marked;
    }
}
