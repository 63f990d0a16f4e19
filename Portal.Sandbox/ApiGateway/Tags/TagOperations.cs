using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Tags;

/// <summary>Tags of whatever an ARN names; so far REST APIs and their stages.</summary>
internal static partial class TagOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "TagResource", "PUT", "/tags/{resource_arn}", Tag),
        new(Gateway.Service, "UntagResource", "DELETE", "/tags/{resource_arn}", Untag),
        new(Gateway.Service, "GetTags", "GET", "/tags/{resource_arn}", Get),
    ];

    private static Answer Tag(Call call)
    {
        var tags = call.Body.Texts("tags") ?? Map<string>.Empty;
        Change(call, existing => Map<string>.Of([.. existing, .. tags]));
        return Answer.NoContent;
    }

    private static Answer Untag(Call call)
    {
        var keys = call.Query["tagKeys"].SelectMany(value => value?.Split(',') ?? []).ToArray();
        Change(call, existing => Map<string>.Of(existing.Where(tag => !keys.Contains(tag.Key))));
        return Answer.NoContent;
    }

    private static Answer Get(Call call)
    {
        var (entry, stage) = Find(call);
        var tags = stage is null ? entry.Api.Tags : entry.Stages[stage].Tags;
        return Answer.Ok(new TagList(tags ?? Map<string>.Empty), WireJson.Default.TagList);
    }

    private static void Change(Call call, Func<Map<string>, Map<string>> change)
    {
        var (entry, stage) = Find(call);
        call.Region.Put(stage is null
            ? entry with { Api = entry.Api with { Tags = change(entry.Api.Tags ?? Map<string>.Empty).OrNull() } }
            : entry with { Stages = entry.Stages.With(stage, entry.Stages[stage] with { Tags = change(entry.Stages[stage].Tags ?? Map<string>.Empty).OrNull() }) });
    }

    private static (ApiEntry Entry, string? Stage) Find(Call call)
    {
        if (Arn().Match(call["resource_arn"]) is not { Success: true } arn)
        {
            throw AwsError.BadRequest($"Invalid ARN. ARN is not well formed {call["resource_arn"]}");
        }

        if (arn.Groups["region"].Value != call.Region.Name)
        {
            throw AwsError.BadRequest($"Invalid ARN. Region of {call["resource_arn"]} does not match the endpoint");
        }

        var entry = call.Region.Api(arn.Groups["api"].Value);
        if (arn.Groups["stage"] is not { Success: true, Value: var stage })
        {
            return (entry, null);
        }

        return entry.Stages.ContainsKey(stage) ? (entry, stage) : throw AwsError.NotFound("Invalid stage identifier specified");
    }

    [GeneratedRegex(@"\Aarn:aws[\w-]*:apigateway:(?<region>[\w-]+)::/restapis/(?<api>[^/]+)(/stages/(?<stage>[^/]+))?\z")]
    private static partial Regex Arn();
}

internal sealed record TagList(Map<string> Tags);
