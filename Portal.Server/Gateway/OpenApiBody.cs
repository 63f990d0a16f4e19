using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Gateway;

/// <summary>
/// The text that PutRestApi (overwrite) takes, from which API Gateway makes exactly a given API: OpenAPI 3.0.1 with AWS's extensions.
/// What it cannot say is not in it: the endpoint type (Put leaves it alone), a model's content type, multi-value parameters.
/// </summary>
internal static class OpenApiBody
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(RestApiSpec api) => Root(api).ToJsonString(Options);

    /// <summary>Adds a member, unless there is nothing to say.</summary>
    public static void Say(this JsonObject members, string name, JsonNode? value)
    {
        if (value is not null)
        {
            members[name] = value;
        }
    }

    /// <summary>A map as an object; null where it is empty.</summary>
    public static JsonObject? Map<T>(IReadOnlyDictionary<string, T> map, Func<T, JsonNode?> value) =>
        map.Count is 0 ? null : new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, value(pair.Value))));

    public static JsonObject? Map(IReadOnlyDictionary<string, string> map) => Map(map, text => JsonValue.Create(text));

    public static JsonArray? List(IReadOnlyList<string> items) => items is [] ? null : [.. items.Select(item => JsonValue.Create(item))];

    private static JsonObject Root(RestApiSpec api)
    {
        var security = new OpenApiBodySecurity(api);

        // The parser behind PutRestApi wants a version; an empty one means none.
        var info = new JsonObject { ["title"] = api.Name, ["version"] = api.Version ?? "" };
        info.Say("description", api.Description);

        var root = new JsonObject { ["openapi"] = "3.0.1", ["info"] = info };

        if (api.DisableExecuteApiEndpoint || api.VpcEndpointIds is not null)
        {
            var endpoint = new JsonObject();
            endpoint.Say("disableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? true : null);
            endpoint.Say("vpcEndpointIds", List(api.VpcEndpointIds ?? []));
            root["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["x-amazon-apigateway-endpoint-configuration"] = endpoint });
        }

        root["paths"] = Paths(api, security);

        var components = new JsonObject();
        components.Say("schemas", Map(api.Models, model => JsonNode.Parse(model.Schema)));
        components.Say("securitySchemes", security.Schemes);
        root["components"] = components;

        root["x-amazon-apigateway-api-key-source"] = api.ApiKeySource;
        root.Say("x-amazon-apigateway-minimum-compression-size", api.MinimumCompressionSize);
        root.Say("x-amazon-apigateway-binary-media-types", List(api.BinaryMediaTypes));
        root.Say("x-amazon-apigateway-security-policy", api.SecurityPolicy);
        root.Say("x-amazon-apigateway-endpoint-access-mode", api.EndpointAccessMode);
        root.Say("x-amazon-apigateway-policy", api.Policy is { } policy ? JsonNode.Parse(policy) : null);
        root.Say("x-amazon-apigateway-request-validators", Map(api.RequestValidators, validator => new JsonObject
        {
            ["validateRequestBody"] = validator.ValidateRequestBody,
            ["validateRequestParameters"] = validator.ValidateRequestParameters,
        }));
        root.Say("x-amazon-apigateway-gateway-responses", Map(api.GatewayResponses, GatewayResponse));

        return root;
    }

    private static JsonObject Paths(RestApiSpec api, OpenApiBodySecurity security)
    {
        var paths = new JsonObject();

        // A path without a method is a resource all the same.
        foreach (var path in api.EmptyResources)
        {
            paths[path] = new JsonObject();
        }

        foreach (var (route, method) in api.Methods)
        {
            var (verb, path) = (route[..route.IndexOf(' ', StringComparison.Ordinal)], route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

            if (!paths.ContainsKey(path))
            {
                paths[path] = new JsonObject();
            }

            paths[path]![verb is "ANY" ? "x-amazon-apigateway-any-method" : verb.ToLowerInvariant()] = OpenApiBodyMethod.Of(method, security.Of(method));
        }

        return paths;
    }

    private static JsonObject GatewayResponse(GatewayResponseSpec response)
    {
        var answer = new JsonObject();
        answer.Say("statusCode", response.StatusCode);
        answer.Say("responseParameters", Map(response.ResponseParameters));
        answer.Say("responseTemplates", Map(response.ResponseTemplates));

        return answer;
    }
}
