using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Writes a whole HTTP API in one ReimportApi, which replaces all of it. What a document cannot take away is taken away after, and only if AWS's answer shows that it is still there.</summary>
internal sealed partial class HttpApiWriter(AwsClients aws, ApisV2 apis, ILogger logger)
{
    private readonly TagsV2 _tags = new(aws);

    /// <summary>An import makes an API without our mark; so an empty one is made with it, and filled. One that an earlier, cut call made is filled, not made twice.</summary>
    public async Task CreateAsync(HttpApiSpec after, CancellationToken cancellationToken)
    {
        if (await apis.OwnAsync("ReimportApi", after.Id, cancellationToken) is { } head)
        {
            head = await TaggedAsync(head, LiveTags.Of(head.Tags), after, cancellationToken);
        }
        else
        {
            var tags = LiveTags.With(after.Id, after.Tags);
            var made = await Calls.AskAsync(aws.WritingV2.CreateApiAsync, new CreateApiRequest { Name = after.Name, ProtocolType = ProtocolType.HTTP, Tags = tags }, cancellationToken);
            apis.Remember(after.Id, made.ApiId);
            head = new Api { ApiId = made.ApiId, Tags = tags };
        }

        await ImportAsync(head, after, cancellationToken);
    }

    /// <summary>Tags go first: whoever looks in between finds them, and the definition as it was.</summary>
    public async Task UpdateAsync(HttpApiSpec before, HttpApiSpec after, CancellationToken cancellationToken)
    {
        var head = await TaggedAsync(await apis.DemandAsync("ReimportApi", after.Id, cancellationToken), before.Tags, after, cancellationToken);

        if (before.Untagged().Text != after.Untagged().Text)
        {
            await ImportAsync(head, after, cancellationToken);
        }
    }

    public async Task DeleteAsync(string api, CancellationToken cancellationToken)
    {
        if (await apis.OwnAsync("DeleteApi", api, cancellationToken) is { } head)
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteApiAsync, new DeleteApiRequest { ApiId = head.ApiId }, cancellationToken);
            apis.Forget(api);
        }
    }

    /// <summary>The API with its tags as they are then: the document that is imported names them.</summary>
    private async Task<Api> TaggedAsync(Api head, SortedMap<string?>? before, HttpApiSpec after, CancellationToken cancellationToken)
    {
        await _tags.WriteAsync($"apis/{head.ApiId}", before, after.Tags, cancellationToken);
        var (set, gone) = LiveTags.Changed(before, after.Tags);

        return new Api
        {
            ApiId = head.ApiId,
            IpAddressType = head.IpAddressType,
            Tags = (head.Tags ?? []).Where(tag => !set.ContainsKey(tag.Key) && !gone.Contains(tag.Key)).Concat(set).ToDictionary(),
        };
    }

    private async Task ImportAsync(Api head, HttpApiSpec after, CancellationToken cancellationToken)
    {
        var body = HttpApiBody.Of(after, (head.Tags ?? []).Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)).ToDictionary());
        var answer = await Calls.AskAsync(aws.WritingV2.ReimportApiAsync, new ReimportApiRequest { ApiId = head.ApiId, Body = body, FailOnWarnings = false }, cancellationToken);

        foreach (var warning in answer.Warnings ?? [])
        {
            LogWarning(after.Name, warning);
        }

        if (after.Cors is null && answer.CorsConfiguration is not null)
        {
            await Calls.AskAsync(aws.WritingV2.DeleteCorsConfigurationAsync, new DeleteCorsConfigurationRequest { ApiId = head.ApiId }, cancellationToken);
        }

        // A document cannot say by which kinds of addresses it is reached: what somebody chose stays, whatever the import makes of it.
        var addresses = head.IpAddressType is { } chosen && answer.IpAddressType is { } made && made != chosen ? chosen : null;

        if ((answer.Description ?? "") != (after.Description ?? "") || (answer.DisableExecuteApiEndpoint ?? false) != after.DisableExecuteApiEndpoint || addresses is not null)
        {
            await Calls.AskAsync(
                aws.WritingV2.UpdateApiAsync,
                new UpdateApiRequest { ApiId = head.ApiId, Description = after.Description ?? "", DisableExecuteApiEndpoint = after.DisableExecuteApiEndpoint, IpAddressType = addresses },
                cancellationToken);
        }
    }

    [LoggerMessage(EventId = 1501, Level = LogLevel.Warning, Message = "API Gateway took the HTTP API {Name} with a warning: {Warning}")]
    private partial void LogWarning(string name, string warning);
}
