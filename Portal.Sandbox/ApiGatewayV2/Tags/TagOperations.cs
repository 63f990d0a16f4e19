using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Tags;

/// <summary>Tags of what an ARN names: APIs, their stages, domain names and VPC links.</summary>
internal static partial class TagOperations
{
    public const int Most = 50;

    /// <summary>Not recorded from the service.</summary>
    public const string TooMany = "Too many tags: a resource can have 50";

    private const string Template = "/v2/tags/{resource-arn}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "TagResource", "POST", Template, Tag),
        new(Gateway.Service, "UntagResource", "DELETE", Template, Untag),
        new(Gateway.Service, "GetTags", "GET", Template, call => Answer.Ok(new(Find(call).Tags), JsonV2.Default.TagList)),
    ];

    private static Answer Tag(Call call)
    {
        var (before, put) = Find(call);
        var after = Map<string>.Of([.. before, .. call.Body.Texts("tags") ?? Map<string>.Empty]);
        if (after.Count > Most)
        {
            throw AwsError.BadRequest(TooMany);
        }

        put(after);
        return new(201, "{}"u8.ToArray());
    }

    private static Answer Untag(Call call)
    {
        var (before, put) = Find(call);
        var keys = call.Query["tagKeys"].SelectMany(value => value?.Split(',') ?? []).ToArray();
        put(Map<string>.Of(before.Where(tag => !keys.Contains(tag.Key))));
        return Answer.NoContent;
    }

    /// <summary>The tags of what the ARN names, and what replaces them.</summary>
    private static (Map<string> Tags, Action<Map<string>> Put) Find(Call call)
    {
        var arn = call["resource-arn"];
        if (Arn().Match(arn) is not { Success: true } found || found.Groups["region"].Value != call.Region.Name)
        {
            throw AwsError.BadRequest($"Invalid ARN. ARN is not well formed {arn}");
        }

        var region = call.Region;
        switch (found.Groups["path"].Value.Split('/'))
        {
            case ["apis", var id]:
                var whole = region.ApisV2.Find(id) ?? throw region.NoSuchApi(id);
                return (whole.Api.Tags, tags => region.ApisV2.Put(id, whole with { Definition = whole.Definition with { Api = whole.Api with { Tags = tags } } }));
            case ["apis", var id, "stages", var name]:
                var api = region.ApisV2.Find(id) ?? throw region.NoSuchApi(id);
                var stage = StageOperations.Find(api, name);
                return (stage.Tags, tags => region.ApisV2.Put(id, api with { Stages = api.Stages.With(name, stage with { Tags = tags }) }));
            case ["domainnames", var name] when region.DomainsV2.Find(WholeDomain.Key(name)) is { } domain:
                return (domain.Domain.Tags, tags => region.DomainsV2.Put(WholeDomain.Key(name), domain with { Domain = domain.Domain with { Tags = tags } }));
            case ["vpclinks", var id] when region.VpcLinksV2.Find(id) is { } link:
                return (link.Tags, tags => region.VpcLinksV2.Put(id, link with { Tags = tags }));
            default:
                throw AwsError.NotFound($"Invalid resource identifier specified: {arn}");
        }
    }

    [GeneratedRegex(@"\Aarn:aws[\w-]*:apigateway:(?<region>[\w-]+)::/(?<path>.+)\z")]
    private static partial Regex Arn();
}

internal sealed record TagList(Map<string> Tags);
