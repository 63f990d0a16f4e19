using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Tags of HTTP APIs, their stages, and VPC links into subnets: version 2 of the service has calls of its own for them.</summary>
internal sealed class TagsV2(AwsClients aws)
{
    private const string Folder = "apis/";

    public static bool Has(string path) => IsOfApi(path) || path.StartsWith(AwsEndpoint.V2, StringComparison.Ordinal);

    private static bool IsOfApi(string path) => path.StartsWith(Folder, StringComparison.Ordinal);

    /// <param name="wanted">Those that are looked at; stages of an API that is not there are not there either.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyList<Tagged>> ReadAsync(IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        if (!wanted.Any(IsOfApi))
        {
            return [];
        }

        var tags = (await ApisV2.AllAsync(aws, cancellationToken)).Select(api => new Tagged($"{Folder}{api.ApiId}", api.Tags)).ToList();

        foreach (var api in wanted.Select(ApiOfStage).OfType<string>().Distinct().Where(api => tags.Exists(found => found.Path == Folder + api)).ToList())
        {
            tags.AddRange((await StagesV2.AllAsync(aws, api, cancellationToken)).Select(stage => new Tagged($"{Folder}{api}/stages/{stage.StageName}", stage.Tags)));
        }

        return tags;
    }

    public async Task<Dictionary<string, string>> OfAsync(string arn, CancellationToken cancellationToken) =>
        (await Calls.AskAsync(aws.V2.GetTagsAsync, new GetTagsRequest { ResourceArn = arn }, cancellationToken)).Tags ?? [];

    public Task PutAsync(string arn, string value, CancellationToken cancellationToken) =>
        Calls.AskAsync(aws.WritingV2.TagResourceAsync, new TagResourceRequest { ResourceArn = arn, Tags = new() { [RestApis.Mark] = value } }, cancellationToken);

    public Task TakeAsync(string arn, CancellationToken cancellationToken) =>
        Calls.AskAsync(aws.WritingV2.UntagResourceAsync, new UntagResourceRequest { ResourceArn = arn, TagKeys = [RestApis.Mark] }, cancellationToken);

    /// <inheritdoc cref="LiveTags.WriteAsync"/>
    public async Task WriteAsync(string path, SortedMap<string?>? before, SortedMap<string?>? after, CancellationToken cancellationToken)
    {
        var (set, gone) = LiveTags.Changed(before, after);

        if (set.Count > 0)
        {
            await Calls.AskAsync(aws.WritingV2.TagResourceAsync, new TagResourceRequest { ResourceArn = aws.Endpoint.ArnOf(path), Tags = set }, cancellationToken);
        }

        if (gone is not [])
        {
            await Calls.AskAsync(aws.WritingV2.UntagResourceAsync, new UntagResourceRequest { ResourceArn = aws.Endpoint.ArnOf(path), TagKeys = gone }, cancellationToken);
        }
    }

    private static string? ApiOfStage(string path) => path.Split('/') is ["apis", var api, "stages", _] ? api : null;
}

/// <param name="Path">As marks name it.</param>
/// <param name="Tags">What it is tagged with.</param>
internal sealed record Tagged(string Path, IReadOnlyDictionary<string, string>? Tags);
