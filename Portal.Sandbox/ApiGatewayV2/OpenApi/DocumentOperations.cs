using System.Text;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.OpenApi;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.OpenApi;

/// <summary>HTTP APIs from documents, and documents from HTTP APIs. Texts of warnings are not recorded from the service.</summary>
internal static class DocumentOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "ImportApi", "PUT", "/v2/apis", Import),
        new(Gateway.Service, "ReimportApi", "PUT", "/v2/apis/{apiId}", Reimport),
        new(Gateway.Service, "ExportApi", "GET", "/v2/apis/{apiId}/exports/{specification}", Export),
    ];

    private static Answer Import(Call call)
    {
        var id = Ids.Long();
        var api = new Api { ApiId = id, Name = "", ProtocolType = Api.Http, ApiEndpoint = $"https://{id}.execute-api.{call.Region.Name}.amazonaws.com", CreatedDate = call.Now };
        var (definition, log) = Read(call, api);
        WholeApi.Keep(call, new() { Definition = definition });
        return Shown(definition, log);
    }

    private static Answer Reimport(Call call)
    {
        var whole = WholeApi.Of(call);
        if (!whole.Definition.IsHttp)
        {
            throw AwsError.BadRequest("Import is only supported for HTTP APIs");
        }

        var (definition, log) = Read(call, whole.Api);
        var keys = definition.Routes.Values.Select(route => route.RouteKey).ToHashSet(StringComparer.Ordinal);
        var stages = whole.Stages.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { RouteSettings = Map<RouteSettings>.Of(pair.Value.RouteSettings.Where(setting => keys.Contains(setting.Key))) }));
        (whole with { Stages = Map<Stage>.Of(stages) }).Change(call, definition);
        return Shown(definition, log);
    }

    private static Answer Export(Call call)
    {
        var whole = WholeApi.Of(call);
        if (!whole.Definition.IsHttp || call["specification"] is not "OAS30")
        {
            throw AwsError.BadRequest("Export is only supported for HTTP APIs, as OAS30");
        }

        var stage = call.Query["stageName"].ToString();
        var definition = stage is "" ? whole.Definition : Served(whole, stage);
        var extensions = !call.Query["includeExtensions"].ToString().Equals("false", StringComparison.OrdinalIgnoreCase);
        var written = new ApiExport(definition, stage is "" ? null : stage, extensions).Write();
        return call.Query["outputType"].ToString() switch
        {
            "JSON" => new(200, Encoding.UTF8.GetBytes(written.ToJsonString())),
            "YAML" => new(200, Encoding.UTF8.GetBytes(JsonToYaml.Of(written)), "application/yaml"),
            _ => throw AwsError.BadRequest("Invalid outputType specified. Must be one of [YAML, JSON]"),
        };
    }

    private static Definition Served(WholeApi whole, string stage) => StageOperations.Find(whole, stage).DeploymentId is { } id
        ? whole.Deployments[id].Definition!
        : throw AwsError.BadRequest($"Stage {stage} has no deployment that could be exported");

    private static (Definition Definition, ImportLog Log) Read(Call call, Api api)
    {
        var document = OpenApiDocument.Parse(Encoding.UTF8.GetBytes(call.Body.Text("body") ?? ""), call.Region.Account, call.Region.Name);
        if (document.IsSwagger)
        {
            throw AwsError.BadRequest("Invalid OpenAPI input.");
        }

        var basePath = call.Query["basepath"].ToString() switch
        {
            "" => "ignore",
            ("ignore" or "prepend" or "split") and var handling => handling,
            _ => throw AwsError.BadRequest("Invalid basepath specified. Must be one of [ignore, prepend, split]"),
        };
        ImportLog log = new();
        var definition = new ApiImport(document, basePath, log).Apply(api);
        log.Refuse(call.Query["failOnWarnings"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase));
        return (definition, log);
    }

    private static Answer Shown(Definition definition, ImportLog log) =>
        Answer.Created(definition.Api with { Warnings = log.Warnings is [] ? null : log.Warnings }, JsonV2.Default.Api);
}
