using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.ApiGateway.DomainNames;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Tags;

/// <summary>Tags of whatever an ARN names: REST APIs, their stages, usage plans, API keys, client certificates, domain names
/// with their access associations, and VPC links.</summary>
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

    private static Answer Get(Call call) => Answer.Ok(new TagList(Find(call).Tags ?? Map<string>.Empty), WireJson.Default.TagList);

    private static void Change(Call call, Func<Map<string>, Map<string>> change)
    {
        var (tags, put) = Find(call);
        put(TagRules.Checked(change(tags ?? Map<string>.Empty)).OrNull());
    }

    /// <summary>The tags of what the ARN names, and what replaces them.</summary>
    private static (Map<string>? Tags, Action<Map<string>?> Put) Find(Call call)
    {
        if (Arn().Match(call["resource_arn"]) is not { Success: true } arn)
        {
            throw AwsError.BadRequest($"Invalid ARN. ARN is not well formed {call["resource_arn"]}");
        }

        if (arn.Groups["region"].Value != call.Region.Name)
        {
            throw AwsError.BadRequest($"Invalid ARN. Region of {call["resource_arn"]} does not match the endpoint");
        }

        return arn.Groups["path"].Value.Split('/') switch
        {
            ["restapis", var id] => OfApi(call.Region, call.Region.Api(id)),
            ["restapis", var id, "stages", var name] => OfStage(call.Region, call.Region.Api(id), name),
            ["usageplans", var id] => OfUsagePlan(call.Region, UsagePlanRules.Find(call.Region, id)),
            ["apikeys", var id] => OfApiKey(call.Region, ApiKeyOperations.Find(call.Region, id)),
            ["clientcertificates", var id] when call.Region.ClientCertificates.Find(id) is { } entry =>
                (entry.Certificate.Tags, tags => call.Region.ClientCertificates.Put(id, entry with { Certificate = entry.Certificate with { Tags = tags } })),
            ["vpclinks", var id] when call.Region.VpcLinks.Find(id) is { } link => (link.Tags, tags => call.Region.VpcLinks.Put(id, link with { Tags = tags })),
            ["domainnames", var name] when call.Region.DomainsV2.Find(WholeDomain.Key(name)) is { } domain =>
                (domain.Domain.Tags, tags => call.Region.DomainsV2.Put(WholeDomain.Key(name), domain with { Domain = domain.Domain with { Tags = tags ?? Map<string>.Empty } })),
            ["domainnameaccessassociations", ..] when call.Region.AccessAssociations.Find(AccessAssociationOperations.Key(call["resource_arn"])) is { } association =>
                (association.Tags, tags => call.Region.AccessAssociations.Put(AccessAssociationOperations.Key(call["resource_arn"]), association with { Tags = tags })),
            ["clientcertificates" or "vpclinks" or "domainnames" or "domainnameaccessassociations", ..] => throw AwsError.NotFound($"Invalid resource identifier specified: {call["resource_arn"]}"),
            _ => throw AwsError.BadRequest($"Invalid ARN. ARN is not well formed {call["resource_arn"]}"),
        };
    }

    private static (Map<string>?, Action<Map<string>?>) OfApi(Region region, ApiEntry entry) =>
        (entry.Api.Tags, tags => region.Put(entry with { Api = entry.Api with { Tags = tags } }));

    private static (Map<string>?, Action<Map<string>?>) OfStage(Region region, ApiEntry entry, string name)
    {
        var stage = entry.Stages.Find(name) ?? throw AwsError.NotFound("Invalid stage identifier specified");
        return (stage.Tags, tags => region.Put(entry with { Stages = entry.Stages.With(name, stage with { Tags = tags }) }));
    }

    private static (Map<string>?, Action<Map<string>?>) OfUsagePlan(Region region, UsagePlan plan) =>
        (plan.Tags, tags => region.UsagePlans.Put(plan.Id, plan with { Tags = tags }));

    private static (Map<string>?, Action<Map<string>?>) OfApiKey(Region region, ApiKeyEntry entry) =>
        (entry.Key.Tags, tags => region.ApiKeys.Put(entry with { Key = entry.Key with { Tags = tags } }));

    [GeneratedRegex(@"\Aarn:aws[\w-]*:apigateway:(?<region>[\w-]+):(\d{12})?:/(?<path>.+)\z")]
    private static partial Regex Arn();
}

internal sealed record TagList(Map<string> Tags);
