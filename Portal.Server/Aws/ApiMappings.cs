using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Which stages answer below which paths of public domain names, by version 2 of the service.</summary>
internal sealed class ApiMappings(AwsClients aws)
{
    public Task<List<ApiMapping>> ListAsync(string name, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetApiMappingsAsync, new GetApiMappingsRequest { DomainName = name, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    /// <summary>What goes goes first, so that a path is free for what comes.</summary>
    public async Task WriteAsync(string name, SortedMap<string> before, SortedMap<string> after, IReadOnlyDictionary<string, (string Api, string Stage)> stages, CancellationToken cancellationToken)
    {
        var live = (await ListAsync(name, cancellationToken)).ToDictionary(mapping => $"/{mapping.ApiMappingKey}", mapping => mapping.ApiMappingId);

        foreach (var path in before.Keys.Except(after.Keys).Where(live.ContainsKey))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteApiMappingAsync, new DeleteApiMappingRequest { DomainName = name, ApiMappingId = live[path] }, cancellationToken);
        }

        foreach (var (path, key) in after.Where(mapping => before.GetValueOrDefault(mapping.Key) != mapping.Value))
        {
            var (api, stage) = stages[key];
            await (live.TryGetValue(path, out var id)
                ? Calls.AskAsync(aws.WritingV2.UpdateApiMappingAsync, new UpdateApiMappingRequest { DomainName = name, ApiMappingId = id, ApiId = api, Stage = stage }, cancellationToken)
                : (Task)Calls.AskAsync(aws.WritingV2.CreateApiMappingAsync, new CreateApiMappingRequest { DomainName = name, ApiMappingKey = path[1..], ApiId = api, Stage = stage }, cancellationToken));
        }
    }
}
