using System.Text.Json;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>What a document says of the API as a whole: its name, version and the extensions at the root.</summary>
internal static class RootImport
{
    public static RestApi Apply(OpenApiDocument document, RestApi api, bool overwrite, string account, string region, ImportLog log)
    {
        var root = document.Root;
        var kept = overwrite ? api with { Description = null, Version = null, BinaryMediaTypes = null, MinimumCompressionSize = null, ApiKeySource = RestApi.KeyInHeader, Policy = null, DisableExecuteApiEndpoint = false, SecurityPolicy = null, EndpointAccessMode = null } : api;
        var endpoint = root.Member("x-amazon-apigateway-endpoint-configuration") is { ValueKind: JsonValueKind.Object } own
            ? own
            : root.Member("servers").Items().FirstOrDefault().Member("x-amazon-apigateway-endpoint-configuration");
        if (root.Member("servers").Items().Count() > 1)
        {
            log.Warn("More than one server provided. Ignoring all but the first for defining endpoint configuration");
        }

        string[] types = [.. root.Member("x-amazon-apigateway-binary-media-types").Items().Select(type => type.Text() ?? "")];
        kept = kept with
        {
            Name = root.Member("info").Member("title").Text()!,
            Description = root.Member("info").Member("description").Text() ?? kept.Description,
            Version = root.Member("info").Member("version").Scalar() ?? kept.Version,
            BinaryMediaTypes = types is [] ? kept.BinaryMediaTypes : [.. (kept.BinaryMediaTypes ?? []).Union(types)],
            ApiKeySource = root.Member("x-amazon-apigateway-api-key-source").Text()?.ToUpperInvariant() is ("AUTHORIZER" or "HEADER") and var source ? source : kept.ApiKeySource,
            DisableExecuteApiEndpoint = endpoint.Member("disableExecuteApiEndpoint").IsThere() ? endpoint.Member("disableExecuteApiEndpoint").IsTrue() : kept.DisableExecuteApiEndpoint,
        };
        log.Try("put the API's settings", () => kept = kept with
        {
            SecurityPolicy = RestApiRules.SecurityPolicy(root.Member("x-amazon-apigateway-security-policy").Text()) ?? kept.SecurityPolicy,
            EndpointAccessMode = RestApiRules.AccessMode(root.Member("x-amazon-apigateway-endpoint-access-mode").Text()) ?? kept.EndpointAccessMode,
            MinimumCompressionSize = RestApiRules.CompressionSize(root.Member("x-amazon-apigateway-minimum-compression-size").Whole()) ?? kept.MinimumCompressionSize,
            EndpointConfiguration = WithVpcEndpoints(kept.EndpointConfiguration, endpoint),
            Policy = PolicyOf(root, kept.Id, account, region) is { } policy ? RestApiRules.Policy(policy) : kept.Policy,
        });
        return kept;
    }

    private static EndpointConfiguration WithVpcEndpoints(EndpointConfiguration configuration, JsonElement endpoint)
    {
        string[] ids = [.. endpoint.Member("vpcEndpointIds").Items().Select(id => id.Text() ?? "")];
        if (ids is [])
        {
            return configuration;
        }

        return configuration.Types is ["PRIVATE"]
            ? configuration with { VpcEndpointIds = ids }
            : throw AwsError.BadRequest("VPCEndpoints can only be specified with PRIVATE apis.");
    }

    /// <summary>The short form <c>execute-api:/*</c> is written out with the API's own ARN.</summary>
    private static string? PolicyOf(JsonElement root, string apiId, string account, string region) =>
        root.Member("x-amazon-apigateway-policy") is { ValueKind: JsonValueKind.Object } policy
            ? JsonSerializer.Serialize(policy, WireJson.Default.JsonElement).Replace("\"execute-api:/", $"\"arn:aws:execute-api:{region}:{account}:{apiId}/", StringComparison.Ordinal)
            : null;
}
