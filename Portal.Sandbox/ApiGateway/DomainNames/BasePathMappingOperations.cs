using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.DomainNames;

/// <summary>
/// Which REST API answers below a path of a name. They are what version 2 calls API mappings; that without a path is called <c>(none)</c> here, and one may leave
/// the stage to its callers. Texts of refusals are not recorded from the service.
/// </summary>
internal static partial class BasePathMappingOperations
{
    private const string None = "(none)";
    private const string Template = "/domainnames/{domain_name}/basepathmappings";
    private const string One = $"{Template}/{{base_path}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateBasePathMapping", "POST", Template, Create),
        new(Gateway.Service, "GetBasePathMappings", "GET", Template, List),
        new(Gateway.Service, "GetBasePathMapping", "GET", One, call => Answer.Ok(Shown(Find(call)), WireJson.Default.BasePathMapping)),
        new(Gateway.Service, "UpdateBasePathMapping", "PATCH", One, Update),
        new(Gateway.Service, "DeleteBasePathMapping", "DELETE", One, Delete),
    ];

    /// <summary>Refuses to take away what a name leads to. The text is the service's for stages.</summary>
    public static void CheckUnmapped(Region region, string apiId, string? stage)
    {
        if (region.DomainsV2.All.Values.Any(whole => whole.Mappings.Values.Any(mapping => mapping.ApiId == apiId && (stage is null || mapping.Stage == stage))))
        {
            throw AwsError.BadRequest($"Please remove all base path mappings related to the API {(stage is null ? "" : "stage ")}in your domain.");
        }
    }

    private static Answer Create(Call call)
    {
        ApiMapping mapping = new()
        {
            ApiMappingId = Ids.Short(),
            ApiId = call.Body.Text("restApiId") ?? "",
            Stage = call.Body.Text("stage") ?? "",
            ApiMappingKey = Key(call.Body.Text("basePath")),
        };
        Keep(call, mapping);
        return Answer.Created(Shown(mapping), WireJson.Default.BasePathMapping);
    }

    private static Answer List(Call call)
    {
        var byPath = Map<ApiMapping>.Of(DomainNameOperations.Find(call).Mappings.Values.Select(mapping => KeyValuePair.Create(Shown(mapping).BasePath, mapping)));
        return Answer.Ok(Page<BasePathMapping>.Of(call, byPath, mapping => Shown(mapping).BasePath, Shown), WireJson.Default.PageBasePathMapping);
    }

    private static Answer Update(Call call)
    {
        var mapping = PatchOperation.Of(call).Aggregate(Find(call), (state, patch) => (patch.Op, patch.Path.ToUpperInvariant()) switch
        {
            // Clients spell these in two ways.
            ("replace", "/BASEPATH") => state with { ApiMappingKey = Key(patch.Value) },
            ("replace", "/RESTAPIID") => state with { ApiId = patch.Value ?? "" },
            ("replace", "/STAGE") => state with { Stage = patch.Value ?? "" },
            _ => throw patch.NotSupported("/basePath", "/restapiId", "/stage"),
        });
        Keep(call, mapping);
        return Answer.Ok(Shown(mapping), WireJson.Default.BasePathMapping);
    }

    private static Answer Delete(Call call)
    {
        var whole = DomainNameOperations.Find(call);
        DomainNameOperations.Keep(call, whole with { Mappings = whole.Mappings.Without(Find(call).ApiMappingId) });
        return Answer.Accepted;
    }

    private static void Keep(Call call, ApiMapping mapping)
    {
        var whole = DomainNameOperations.Find(call);
        var api = call.Region.Find(mapping.ApiId) ?? throw AwsError.BadRequest("Invalid REST API identifier specified");
        if (whole.DomainNameId is not null && (!api.Api.EndpointConfiguration.Types.Contains("PRIVATE") || mapping.ApiMappingKey.Contains('/', StringComparison.Ordinal)))
        {
            throw AwsError.BadRequest("A private domain name is mapped to private APIs, below base paths of one part");
        }

        if (mapping.Stage is not "" && !api.Stages.ContainsKey(mapping.Stage))
        {
            throw AwsError.BadRequest("Invalid stage identifier specified");
        }

        if (whole.Mappings.Values.Any(other => other.ApiMappingId != mapping.ApiMappingId && other.ApiMappingKey == mapping.ApiMappingKey))
        {
            throw AwsError.Conflict("Base path already exists for this domain name");
        }

        DomainNameOperations.Keep(call, RoutingRuleRules.Checked(call.Region, whole.With(mapping)));
    }

    private static ApiMapping Find(Call call)
    {
        var key = Key(call["base_path"]);
        return DomainNameOperations.Find(call).Mappings.Values.FirstOrDefault(mapping => mapping.ApiMappingKey == key)
            ?? throw AwsError.NotFound("Invalid base path mapping identifier specified");
    }

    private static string Key(string? path) => path switch
    {
        null or "" or None => "",
        "ping" or "sping" => throw AwsError.BadRequest($"Invalid base path specified: {path} is reserved"),
        _ when BasePath().IsMatch(path) => path,
        _ => throw AwsError.BadRequest($"Invalid base path specified: {path}"),
    };

    private static BasePathMapping Shown(ApiMapping mapping) => new(mapping.ApiMappingKey is "" ? None : mapping.ApiMappingKey, mapping.ApiId, mapping.Stage is "" ? null : mapping.Stage);

    // More than one part comes only from version 2.
    [GeneratedRegex(@"\A[A-Za-z0-9$_.+!*'()-]+(/[A-Za-z0-9$_.+!*'()-]+)*\z")]
    private static partial Regex BasePath();
}

/// <summary>A mapping as version 1 shows it.</summary>
internal sealed record BasePathMapping(string BasePath, string RestApiId, string? Stage);
