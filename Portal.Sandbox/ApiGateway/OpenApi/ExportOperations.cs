using System.Text;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Documents of what stages serve. Texts of refusals are not recorded from the service.</summary>
internal static class ExportOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "GetExport", "GET", "/restapis/{restapi_id}/stages/{stage_name}/exports/{export_type}", Get),
    ];

    private static Answer Get(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var stage = StageOperations.Find(entry, call);
        var swagger = call["export_type"] switch
        {
            "swagger" => true,
            "oas30" => false,
            _ => throw AwsError.BadRequest("Invalid export type specified. Must be one of [oas30, swagger]"),
        };
        var kind = call.Accept switch
        {
            "application/yaml" => "yaml",
            "" or "*/*" or "application/json" => "json",
            _ => throw AwsError.BadRequest("Invalid Accept header specified. Must be one of [application/json, application/yaml]"),
        };
        ApiExport export = new(entry.Deployments[stage.DeploymentId].Snapshot, stage.StageName, call.Region.Name, call.Region.Account, swagger, Extensions(call));
        var written = export.Write(entry.Documentation.Versions.Find(stage.DocumentationVersion ?? ""));
        var text = kind is "yaml" ? JsonToYaml.Of(written) : written.ToJsonString(Written.Readable);
        return new(200, Encoding.UTF8.GetBytes(text), "application/octet-stream")
        {
            Headers = [("Content-Disposition", $"attachment; filename=\"{call["export_type"]}_{FileName(export.Version)}.{kind}\"")],
        };
    }

    private static Extensions Extensions(Call call)
    {
        HashSet<string> asked = [.. call.Query["extensions"].SelectMany(value => value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])];
        if (asked.FirstOrDefault(name => name is not ("apigateway" or "integrations" or "authorizers" or "documentation" or "postman")) is { } unknown)
        {
            throw AwsError.BadRequest($"Invalid extension specified: {unknown}. Must be one of [apigateway, authorizers, documentation, integrations, postman]");
        }

        var everything = asked.Contains("apigateway");
        return new(everything || asked.Contains("integrations"), everything || asked.Contains("authorizers"), everything, asked.Contains("documentation"), asked.Contains("postman"));
    }

    /// <summary>A version may be any text, and a header may not.</summary>
    private static string FileName(string version) => string.Concat(version.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' ? c : '_'));
}
