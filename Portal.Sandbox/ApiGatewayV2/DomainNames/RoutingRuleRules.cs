using System.Text.RegularExpressions;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.DomainNames;

/// <summary>What API Gateway takes for a routing rule, as its documentation has it; texts of refusals are not recorded from the service.</summary>
internal static partial class RoutingRuleRules
{
    private const int LastPriority = 1_000_000;
    private const int MostHeaders = 2;

    public static int Priority(int? priority) => priority is >= 1 and <= LastPriority and var given
        ? given
        : throw AwsError.BadRequest($"Invalid priority specified: it must be between 1 and {LastPriority}");

    public static IReadOnlyList<RoutingCondition> Conditions(RequestBody body)
    {
        RoutingCondition[] conditions = [.. body.Objects("conditions").Select(Condition)];
        return conditions.Count(one => one.MatchBasePaths is not null) > 1 ? throw AwsError.BadRequest("A routing rule has at most 1 base path condition")
            : conditions.Count(one => one.MatchHeaders is not null) > MostHeaders ? throw AwsError.BadRequest($"A routing rule has at most {MostHeaders} header conditions")
            : conditions;
    }

    /// <summary>To a stage of a REST API, which is as private or public as the name.</summary>
    public static RoutingAction Action(Call call, bool isPrivate)
    {
        if (call.Body.Objects("actions") is not [var only] || only.Object("invokeApi") is not { } invoked)
        {
            throw AwsError.BadRequest("A routing rule has one action, which invokes an API");
        }

        var (id, stage) = (invoked.Text("apiId") ?? "", invoked.Text("stage") ?? "");
        var api = call.Region.Find(id) ?? throw AwsError.BadRequest("Invalid API identifier specified");
        return api.Api.EndpointConfiguration.Types.Contains("PRIVATE") != isPrivate ? throw AwsError.BadRequest("Routing rules of public domain names invoke public APIs, and those of private domain names private APIs")
            : api.Stages.ContainsKey(stage) ? new(new(id, stage, invoked.Flag("stripBasePath") ?? false))
            : throw AwsError.BadRequest("Invalid stage identifier specified");
    }

    /// <summary>A name whose mappings lead to both REST and HTTP APIs does not go by rules.</summary>
    public static WholeDomain Checked(Region region, WholeDomain whole)
    {
        if (whole.Domain.RoutingMode is not "API_MAPPING_ONLY" && whole.Mappings.Values.Select(mapping => region.ApisV2.Find(mapping.ApiId) is null).Distinct().Count() > 1)
        {
            throw AwsError.BadRequest("Routing rules are not supported for a domain name with API mappings to both REST and HTTP APIs");
        }

        return whole;
    }

    private static RoutingCondition Condition(RequestBody condition) => (condition.Object("matchBasePaths"), condition.Object("matchHeaders")) switch
    {
        ({ } paths, null) when paths.List("anyOf") is { Count: > 0 } any => new(new([.. any.Select(BasePath)]), null),
        (null, { } headers) when headers.Objects("anyOf") is { Count: > 0 } any => new(null, new([.. any.Select(Header)])),
        _ => throw AwsError.BadRequest("Invalid condition specified: it matches base paths or headers, and names at least one"),
    };

    private static string BasePath(string path) => Path().IsMatch(path) ? path : throw AwsError.BadRequest($"Invalid base path specified: {path}");

    private static MatchedHeader Header(RequestBody header) => (header.Text("header") ?? "", header.Text("valueGlob") ?? "") switch
    {
        var (name, _) when !Name().IsMatch(name) => throw AwsError.BadRequest($"Invalid header specified: {name}"),
        var (_, glob) when !Glob().IsMatch(glob) => throw AwsError.BadRequest($"Invalid header value specified: {glob}"),
        var (name, glob) => new(name, glob),
    };

    [GeneratedRegex(@"\A/?[A-Za-z0-9$_.+!*'()-]+(/[A-Za-z0-9$_.+!*'()-]+)*\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"\A[A-Za-z0-9*?!#$%&'.^_`|~-]{1,39}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(?=.{1,127}\z)\*?[A-Za-z0-9?!#$%&'.^_`|~-]*\*?\z")]
    private static partial Regex Glob();
}
