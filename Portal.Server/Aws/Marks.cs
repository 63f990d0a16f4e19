using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads and writes the tag that makes a thing the portal's, on things that somebody else made. It touches nothing but that tag.</summary>
internal sealed class Marks(AwsClients aws, Owners owners, AccountKinds account)
{
    private readonly TagsV2 _v2 = new(aws);

    /// <param name="paths">Those that are looked at.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<GatewayState> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var wanted = paths.ToHashSet(StringComparer.Ordinal);
        var tags = new List<Tagged>();

        if (wanted.Any(path => path.StartsWith("restapis/", StringComparison.Ordinal)))
        {
            tags.AddRange((await RestApis.AllAsync(aws, cancellationToken)).Select(api => new Tagged($"restapis/{api.Id}", api.Tags)));
        }

        if (wanted.Any(path => path.StartsWith("usageplans/", StringComparison.Ordinal)))
        {
            tags.AddRange((await UsagePlans.AllAsync(aws, cancellationToken)).Select(plan => new Tagged($"usageplans/{plan.Id}", plan.Tags)));
        }

        foreach (var kind in account.Taggable.Where(kind => wanted.Any(path => path.StartsWith($"{kind.Folder}/", StringComparison.Ordinal))))
        {
            tags.AddRange((await kind.ListAsync(cancellationToken)).Select(thing => new Tagged(thing.Path, thing.Tags)));
        }

        tags.AddRange(await _v2.ReadAsync(wanted, cancellationToken));

        foreach (var api in wanted.Select(ApiOfStage).OfType<string>().Distinct().Where(api => tags.Exists(found => found.Path == $"restapis/{api}")).ToList())
        {
            var stages = await Calls.AskAsync(aws.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = api }, cancellationToken);
            tags.AddRange((stages.Item ?? []).Select(stage => new Tagged($"restapis/{api}/stages/{stage.StageName}", stage.Tags)));
        }

        return new GatewayState(
            from found in tags
            where wanted.Contains(found.Path)
            let mark = found.Tags?.GetValueOrDefault(RestApis.Mark)
            where mark is not null
            select new MarkSpec(found.Path) { Portal = mark });
    }

    /// <summary>What bears another portal's mark, or what another tool owns, is not taken from it.</summary>
    public async Task CreateAsync(MarkSpec after, CancellationToken cancellationToken)
    {
        var tags = await TagsAsync(after.Id, cancellationToken);

        if (owners.Of(after.Id, tags) is { } owner)
        {
            throw Calls.OwnedElsewhere("TagResource", owner);
        }

        if (tags.TryGetValue(RestApis.Mark, out var mark) && mark != after.Portal)
        {
            throw new GatewayRefusedException("TagResource", "MarkedElsewhere", $"It bears the tag {RestApis.Mark} of another portal.", GatewayRefusal.Final);
        }

        if (mark is null)
        {
            await (TagsV2.Has(after.Id)
                ? _v2.PutAsync(aws.Endpoint.ArnOf(after.Id), after.Portal, cancellationToken)
                : Calls.AskAsync(aws.Writing.TagResourceAsync, new TagResourceRequest { ResourceArn = await ArnAsync(after.Id, cancellationToken), Tags = new() { [RestApis.Mark] = after.Portal } }, cancellationToken));
        }
    }

    public async Task DeleteAsync(MarkSpec before, CancellationToken cancellationToken)
    {
        try
        {
            if ((await TagsAsync(before.Id, cancellationToken)).GetValueOrDefault(RestApis.Mark) == before.Portal)
            {
                await (TagsV2.Has(before.Id)
                    ? _v2.TakeAsync(aws.Endpoint.ArnOf(before.Id), cancellationToken)
                    : Calls.AskAsync(aws.Writing.UntagResourceAsync, new UntagResourceRequest { ResourceArn = await ArnAsync(before.Id, cancellationToken), TagKeys = [RestApis.Mark] }, cancellationToken));
            }
        }
        catch (GatewayRefusedException refused) when (refused.Code is Calls.NotFound)
        {
            // With the thing its tag is gone.
        }
    }

    private async Task<Dictionary<string, string>> TagsAsync(string path, CancellationToken cancellationToken) => TagsV2.Has(path)
        ? await _v2.OfAsync(aws.Endpoint.ArnOf(path), cancellationToken)
        : (await Calls.AskAsync(aws.Reading.GetTagsAsync, new GetTagsRequest { ResourceArn = await ArnAsync(path, cancellationToken) }, cancellationToken)).Tags ?? [];

    /// <summary>That of a private domain name holds the account, which only AWS knows here.</summary>
    private async Task<string> ArnAsync(string path, CancellationToken cancellationToken) => path.Split('/') is ["domainnames", var name] && name.Split('+') is [var spelled, var id]
        ? (await Calls.AskAsync(aws.Reading.GetDomainNameAsync, new GetDomainNameRequest { DomainName = spelled, DomainNameId = id }, cancellationToken)).DomainNameArn
        : aws.Endpoint.ArnOf(path);

    private static string? ApiOfStage(string path) => path.Split('/') is ["restapis", var api, "stages", _] ? api : null;
}
