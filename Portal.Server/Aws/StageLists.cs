using Amazon.APIGateway.Model;

namespace Portal.Server.Aws;

/// <summary>As they are now: whoever writes asks each time.</summary>
internal sealed class StageLists(AwsClients aws, KnownBook known) : IStageLists
{
    public async Task<IReadOnlyList<ListedApi>> ApisAsync(CancellationToken cancellationToken)
    {
        var (rest, second) = (RestApis.AllAsync(aws, cancellationToken), ApisV2.AllAsync(aws, cancellationToken));
        await Task.WhenAll(rest, second);

        return
        [
            .. (await rest).Select(api => Api($"{ListedApi.Rest}/{api.Id}", api.Id, api.Tags)),
            .. (await second).Select(api => Api($"{ListedApi.Second}/{api.ApiId}", api.ApiId, api.Tags)),
        ];

        ListedApi Api(string path, string id, Dictionary<string, string>? tags) => new(id, MarkOf(path, tags), path);
    }

    public async Task<IReadOnlyList<ListedStage>> StagesAsync(ListedApi api, CancellationToken cancellationToken)
    {
        return api.IsRest
            ? [.. ((await Calls.AskAsync(aws.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = api.Id }, cancellationToken)).Item ?? []).Select(stage => Stage(stage.StageName, stage.Tags))]
            : [.. (await StagesV2.AllAsync(aws, api.Id, cancellationToken)).Select(stage => Stage(stage.StageName, stage.Tags))];

        ListedStage Stage(string name, Dictionary<string, string>? tags) => new(name, MarkOf($"{api.Path}/stages/{name}", tags));
    }

    private string? MarkOf(string path, Dictionary<string, string>? tags) => tags?.GetValueOrDefault(RestApis.Mark) ?? known.Of(path);
}
