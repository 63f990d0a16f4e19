using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Gateway;

/// <summary>
/// The one document that an import of an HTTP API takes (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html): OpenAPI 3.0 with AWS's extensions.
/// It is also what such an API looks like in the catalog when it was found in an account.
/// </summary>
internal static partial class HttpApiBody
{
    private const string Aws = "x-amazon-apigateway-";

    /// <param name="api">The API.</param>
    /// <param name="tags">What it is tagged with, so that an import leaves its tags as they are.</param>
    public static string Of(HttpApiSpec api, IReadOnlyDictionary<string, string>? tags = null)
    {
        var body = new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = Members(("title", api.Name), ("description", api.Description), ("version", api.Version ?? "")),
        };

        if (api.DisableExecuteApiEndpoint)
        {
            body["servers"] = new JsonArray(new JsonObject { ["url"] = "/", [Aws + "endpoint-configuration"] = new JsonObject { ["disableExecuteApiEndpoint"] = true } });
        }

        if (tags is { Count: > 0 })
        {
            body["tags"] = new JsonArray([.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new JsonObject { ["name"] = tag.Key, [Aws + "tag-value"] = tag.Value })]);
        }

        body["paths"] = Paths(api);

        if (api.Authorizers.Count > 0)
        {
            body["components"] = new JsonObject { ["securitySchemes"] = new JsonObject(api.Authorizers.Select(authorizer => KeyValuePair.Create(authorizer.Key, (JsonNode?)Scheme(authorizer.Value)))) };
        }

        if (api.Cors is { } cors)
        {
            body[Aws + "cors"] = Cors(cors);
        }

        body[Aws + "importexport-version"] = "1.0";

        return body.ToJsonString();
    }

    private static JsonObject Paths(HttpApiSpec api)
    {
        var paths = new JsonObject();

        foreach (var (key, route) in api.Routes)
        {
            var (verb, path) = key.Split(' ', 2) is [var first, var second] ? (first, second) : ("ANY", "/" + HttpApiNormal.DefaultRoute);

            if (paths[path] is not JsonObject item)
            {
                paths[path] = item = [];
            }

            item[verb is "ANY" ? Aws + "any-method" : verb.ToLowerInvariant()] = Operation(key, path, route);
        }

        return paths;
    }

    private static JsonObject Operation(string key, string path, HttpRouteSpec route)
    {
        var operation = Members(("operationId", route.OperationName));
        List<string> variables = [.. Variable().Matches(path).Select(match => match.Groups["name"].Value)];

        if (variables is not [])
        {
            operation["parameters"] = new JsonArray(
                [.. variables.Select(name => new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } })]);
        }

        operation["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = $"What {key} answers." } };

        if (route.Authorizer is { } authorizer)
        {
            operation["security"] = new JsonArray(new JsonObject { [authorizer] = Texts(route.AuthorizationScopes) });
        }
        else if (route.AuthorizationType is not "NONE")
        {
            operation[Aws + "auth"] = new JsonObject { ["type"] = route.AuthorizationType };
        }

        if (key is HttpApiNormal.DefaultRoute)
        {
            operation["isDefaultRoute"] = true;
        }

        if (route.Integration is { } integration)
        {
            operation[Aws + "integration"] = Integration(integration);
        }

        return operation;
    }

    private static JsonObject Integration(HttpIntegrationSpec integration)
    {
        var said = Members(
            ("type", integration.Type.ToLowerInvariant()),
            ("integrationSubtype", integration.Subtype),
            ("httpMethod", integration.HttpMethod),
            ("uri", integration.Uri),
            ("connectionType", integration.ConnectionType),
            ("connectionId", integration.ConnectionId),
            ("credentials", integration.Credentials),
            ("description", integration.Description),
            ("payloadFormatVersion", integration.PayloadFormatVersion));

        said["timeoutInMillis"] = integration.TimeoutInMillis;

        if (integration.RequestParameters.Count > 0)
        {
            said["requestParameters"] = Map(integration.RequestParameters);
        }

        if (integration.ResponseParameters.Count > 0)
        {
            said["responseParameters"] = new JsonObject(integration.ResponseParameters.Select(status => KeyValuePair.Create(status.Key, (JsonNode?)Map(status.Value))));
        }

        if (integration.TlsServerName is { } name)
        {
            said["tlsConfig"] = new JsonObject { ["serverNameToVerify"] = name };
        }

        return said;
    }

    private static JsonObject Scheme(HttpAuthorizerSpec authorizer)
    {
        var said = Members(
            ("type", authorizer.Type.ToLowerInvariant()),
            ("identitySource", string.Join(", ", authorizer.IdentitySource)),
            ("authorizerUri", authorizer.Uri),
            ("authorizerCredentials", authorizer.Credentials),
            ("authorizerPayloadFormatVersion", authorizer.PayloadFormatVersion));

        if (authorizer.Type is "JWT")
        {
            said["jwtConfiguration"] = new JsonObject { ["issuer"] = authorizer.Issuer, ["audience"] = Texts(authorizer.Audience) };

            return new JsonObject { ["type"] = "oauth2", ["flows"] = new JsonObject(), [Aws + "authorizer"] = said };
        }

        said["authorizerResultTtlInSeconds"] = authorizer.ResultTtlInSeconds;

        if (authorizer.PayloadFormatVersion is "2.0")
        {
            said["enableSimpleResponses"] = authorizer.EnableSimpleResponses;
        }

        return new JsonObject { ["type"] = "apiKey", ["name"] = "Unused", ["in"] = "header", [Aws + "authorizer"] = said };
    }

    private static JsonObject Cors(CorsSpec cors)
    {
        var said = new JsonObject { ["allowCredentials"] = cors.AllowCredentials };

        foreach (var (name, values) in new[] { ("allowHeaders", cors.AllowHeaders), ("allowMethods", cors.AllowMethods), ("allowOrigins", cors.AllowOrigins), ("exposeHeaders", cors.ExposeHeaders) })
        {
            if (values is not [])
            {
                said[name] = Texts(values);
            }
        }

        if (cors.MaxAge is { } seconds)
        {
            said["maxAge"] = seconds;
        }

        return said;
    }

    private static JsonObject Members(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var said = new JsonObject();

        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                said[name] = value;
            }
        }

        return said;
    }

    private static JsonObject Map(SortedMap<string> map) => new(map.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    [GeneratedRegex(@"\{(?<name>[^{}+]+)\+?\}")]
    private static partial Regex Variable();
}
