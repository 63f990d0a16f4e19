using System.Collections.Concurrent;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Finds the HTTP or WebSocket API that bears the portal's id as its tag, or was imported by that id. AWS's id is remembered, so that looking again costs one call instead of a list.</summary>
internal sealed class ApisV2(AwsClients aws, KnownBook known, WriteRights rights)
{
    private readonly ConcurrentDictionary<string, string> _ids = new();
    private readonly ConcurrentDictionary<string, string> _last = new();

    /// <summary>As it is now, to be written; null where none bears the mark. Throws where it is not the portal's to write.</summary>
    public async Task<Api?> OwnAsync(string operation, string api, CancellationToken cancellationToken)
    {
        var found = await FindAsync(api, cancellationToken);
        rights.Demand(operation, api);

        return found;
    }

    /// <summary>As it is now, to be written; AWS's own "not found" where it is gone.</summary>
    public async Task<Api> DemandAsync(string operation, string api, CancellationToken cancellationToken) =>
        await OwnAsync(operation, api, cancellationToken)
        ?? throw new GatewayRefusedException(operation, Calls.NotFound, "The API does not exist in this account and Region, or lost its tag portal:id.", GatewayRefusal.Final);

    /// <summary>As it is now; null where none bears the mark.</summary>
    public async Task<Api?> FindAsync(string api, CancellationToken cancellationToken) =>
        await RememberedAsync(api, cancellationToken) ?? await ListedAsync(api, cancellationToken);

    /// <summary>The portal's ids by AWS's, of all that bear the mark.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MarksAsync(CancellationToken cancellationToken) =>
        (await AllAsync(aws, cancellationToken)).Select(api => (api.ApiId, Mark: MarkOf(api))).Where(api => api.Mark is not null).DistinctBy(api => api.ApiId).ToDictionary(api => api.ApiId, api => api.Mark!);

    /// <summary>All of the account and Region, whoever's they are.</summary>
    public static Task<List<Api>> AllAsync(AwsClients aws, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetApisAsync, new GetApisRequest { MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    /// <summary>AWS's id as it was last seen, whether or not the API is still there.</summary>
    public string? LastIdOf(string api) => _last.GetValueOrDefault(api);

    public void Remember(string api, string id) => _ids[api] = _last[api] = id;

    public void Forget(string api)
    {
        _ids.TryRemove(api, out _);
        rights.Forget(api);
    }

    /// <summary>As it is now, by AWS's id.</summary>
    public static async Task<Api> GetAsync(AwsClients aws, string id, CancellationToken cancellationToken)
    {
        var answer = await Calls.AskAsync(aws.V2.GetApiAsync, new GetApiRequest { ApiId = id }, cancellationToken);

        return new Api
        {
            ApiId = answer.ApiId,
            Name = answer.Name,
            Description = answer.Description,
            Version = answer.Version,
            ProtocolType = answer.ProtocolType,
            RouteSelectionExpression = answer.RouteSelectionExpression,
            ApiKeySelectionExpression = answer.ApiKeySelectionExpression,
            CorsConfiguration = answer.CorsConfiguration,
            DisableExecuteApiEndpoint = answer.DisableExecuteApiEndpoint,
            DisableSchemaValidation = answer.DisableSchemaValidation,
            IpAddressType = answer.IpAddressType,
            ApiGatewayManaged = answer.ApiGatewayManaged,
            Tags = answer.Tags,
        };
    }

    private async Task<Api?> RememberedAsync(string api, CancellationToken cancellationToken)
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
                rights.See(api, $"apis/{id}", found.Tags);

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

    private string? MarkOf(Api api) => api.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.Of($"apis/{api.ApiId}");

    /// <summary>Of two with one mark, which cannot come from us, the older one was first. One list is enough to find them all again.</summary>
    private async Task<Api?> ListedAsync(string wanted, CancellationToken cancellationToken)
    {
        Api? found = null;

        foreach (var api in (await AllAsync(aws, cancellationToken)).OrderByDescending(api => api.CreatedDate).ThenByDescending(api => api.ApiId, StringComparer.Ordinal))
        {
            if (MarkOf(api) is { } mark)
            {
                Remember(mark, api.ApiId);
                rights.See(mark, $"apis/{api.ApiId}", api.Tags);
                found = mark == wanted ? api : found;
            }
        }

        return found;
    }
}
