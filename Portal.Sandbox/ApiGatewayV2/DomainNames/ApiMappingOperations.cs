using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.DomainNames;

/// <summary>Which API answers where below a name. Texts of refusals are not recorded from the service.</summary>
internal static partial class ApiMappingOperations
{
    private const string Template = "/v2/domainnames/{domainName}/apimappings";
    private const string One = $"{Template}/{{apiMappingId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateApiMapping", "POST", Template, call => Answer.Created(Kept(call, new() { ApiMappingId = Ids.Short(), ApiId = "", Stage = "" }), JsonV2.Default.ApiMapping)),
        new(Gateway.Service, "GetApiMappings", "GET", Template, List),
        new(Gateway.Service, "GetApiMapping", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.ApiMapping)),
        new(Gateway.Service, "UpdateApiMapping", "PATCH", One, call => Answer.Ok(Kept(call, Find(call)), JsonV2.Default.ApiMapping)),
        new(Gateway.Service, "DeleteApiMapping", "DELETE", One, Delete),
    ];

    private static Answer List(Call call) => Answer.Ok(
        PageV2<ApiMapping>.Of(call, DomainNameOperations.Find(call).Mappings, mapping => mapping.ApiMappingId, mapping => mapping),
        JsonV2.Default.PageV2ApiMapping);

    private static ApiMapping Kept(Call call, ApiMapping before)
    {
        var whole = DomainNameOperations.Find(call);
        var mapping = before with
        {
            ApiId = call.Body.Text("apiId") ?? before.ApiId,
            Stage = call.Body.Text("stage") ?? before.Stage,
            ApiMappingKey = call.Body.Text("apiMappingKey") ?? before.ApiMappingKey,
        };
        if (!Key().IsMatch(mapping.ApiMappingKey))
        {
            throw AwsError.BadRequest($"Invalid API mapping key specified: {mapping.ApiMappingKey}");
        }

        CheckStage(call.Region, mapping);
        if (whole.Mappings.Values.Any(other => other.ApiMappingId != mapping.ApiMappingId && other.ApiMappingKey == mapping.ApiMappingKey))
        {
            throw AwsError.Conflict("ApiMapping key already exists for this domain name");
        }

        DomainNameOperations.Keep(call, RoutingRuleRules.Checked(call.Region, whole.With(mapping)));
        return mapping;
    }

    /// <summary>A name serves REST APIs as well.</summary>
    private static void CheckStage(Region region, ApiMapping mapping)
    {
        var stages = region.ApisV2.Find(mapping.ApiId)?.Stages.Keys ?? region.Find(mapping.ApiId)?.Stages.Keys;
        if (stages is null)
        {
            throw AwsError.BadRequest("Invalid API identifier specified");
        }

        if (!stages.Contains(mapping.Stage))
        {
            throw AwsError.BadRequest("Invalid stage identifier specified");
        }
    }

    private static Answer Delete(Call call)
    {
        var whole = DomainNameOperations.Find(call);
        DomainNameOperations.Keep(call, whole with { Mappings = whole.Mappings.Without(Find(call).ApiMappingId) });
        return Answer.NoContent;
    }

    private static ApiMapping Find(Call call) =>
        DomainNameOperations.Find(call).Mappings.Find(call["apiMappingId"]) ?? throw AwsError.NotFound("The API mapping id specified does not exist");

    [GeneratedRegex(@"\A([A-Za-z0-9$_.+!*'()-]+(/[A-Za-z0-9$_.+!*'()-]+)*)?\z")]
    private static partial Regex Key();
}
