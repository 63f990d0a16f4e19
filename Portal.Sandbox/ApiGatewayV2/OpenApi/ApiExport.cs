using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Authorizers;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.ApiGatewayV2.OpenApi;

/// <summary>Writes the definition of an HTTP API as an OpenAPI 3.0 document. With the extensions it imports again to the same API.</summary>
internal sealed partial class ApiExport(Definition definition, string? stageName, bool extensions)
{
    private readonly HashSet<string> _shared =
        [.. definition.Routes.Values.Where(route => route.Target is not null).GroupBy(route => route.Target!).Where(group => group.Count() > 1).Select(group => group.Key)];

    public JsonObject Write()
    {
        var api = definition.Api;
        JsonObject info = new() { ["title"] = api.Name };
        Add(info, "description", api.Description);
        info["version"] = api.Version ?? api.CreatedDate.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'UTC'", System.Globalization.CultureInfo.InvariantCulture);
        JsonObject server = new() { ["url"] = $"{api.ApiEndpoint}/{{basePath}}", ["variables"] = new JsonObject { ["basePath"] = new JsonObject { ["default"] = stageName is null or "$default" ? "" : stageName } } };
        if (extensions && api.DisableExecuteApiEndpoint)
        {
            server["x-amazon-apigateway-endpoint-configuration"] = new JsonObject { ["disableExecuteApiEndpoint"] = true };
        }

        JsonObject written = new() { ["openapi"] = "3.0.1", ["info"] = info, ["servers"] = new JsonArray(server) };
        if (extensions && api.Tags.Count > 0)
        {
            written["tags"] = new JsonArray([.. api.Tags.Select(tag => new JsonObject { ["name"] = tag.Key, ["x-amazon-apigateway-tag-value"] = tag.Value })]);
        }

        written["paths"] = Paths();
        Add(written, "components", Components() is { Count: > 0 } components ? components : null);
        if (extensions)
        {
            Add(written, "x-amazon-apigateway-cors", CorsOf(api.CorsConfiguration));
            written["x-amazon-apigateway-importexport-version"] = "1.0";
        }

        return written;
    }

    private JsonObject Paths()
    {
        JsonObject paths = [];
        foreach (var route in definition.Routes.Values.OrderBy(route => route.RouteKey, StringComparer.Ordinal))
        {
            var (verb, path) = route.RouteKey.Split(' ', 2) is [var first, var second] ? (first, second) : ("ANY", "/$default");
            if (verb is "ANY" && !extensions)
            {
                // Plain OpenAPI has no word for all verbs.
                continue;
            }

            var item = paths[path] as JsonObject ?? [];
            item[verb is "ANY" ? "x-amazon-apigateway-any-method" : verb.ToLowerInvariant()] = OperationOf(route, path);
            paths[path] = item;
        }

        return paths;
    }

    private JsonObject OperationOf(Route route, string path)
    {
        JsonObject operation = [];
        Add(operation, "operationId", route.OperationName);
        var names = Variable().Matches(path).Select(match => match.Groups["name"].Value).ToArray();
        if (names is not [])
        {
            operation["parameters"] = new JsonArray([.. names.Select(name => new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } })]);
        }

        operation["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = $"Default response for {route.RouteKey}" } };
        if (definition.Authorizers.Find(route.AuthorizerId ?? "") is { } authorizer && route.AuthorizationType is "JWT" or "CUSTOM")
        {
            operation["security"] = new JsonArray(new JsonObject { [authorizer.Name] = new JsonArray([.. (route.AuthorizationScopes ?? []).Select(scope => (JsonNode)scope)]) });
        }

        if (!extensions)
        {
            return operation;
        }

        if (route.AuthorizationType is "AWS_IAM")
        {
            operation["x-amazon-apigateway-auth"] = new JsonObject { ["type"] = "AWS_IAM" };
        }

        if (route.Target is { } target)
        {
            var id = target["integrations/".Length..];
            operation["x-amazon-apigateway-integration"] = _shared.Contains(target)
                ? new JsonObject { ["$ref"] = $"#/components/x-amazon-apigateway-integrations/{id}" }
                : OpenApiIntegration.Write(definition.Integrations[id]);
        }

        if (route.RouteKey is Route.Default)
        {
            operation["isDefaultRoute"] = true;
        }

        return operation;
    }

    private JsonObject Components()
    {
        JsonObject components = [];
        if (definition.Authorizers.Count > 0)
        {
            components["securitySchemes"] = new JsonObject(definition.Authorizers.Values.Select(authorizer => KeyValuePair.Create(authorizer.Name, (JsonNode?)Scheme(authorizer))));
        }

        if (extensions && _shared.Count > 0)
        {
            components["x-amazon-apigateway-integrations"] = new JsonObject(_shared.Select(target => target["integrations/".Length..]).Order(StringComparer.Ordinal)
                .Select(id => KeyValuePair.Create(id, (JsonNode?)OpenApiIntegration.Write(definition.Integrations[id]))));
        }

        return components;
    }

    private JsonObject Scheme(Authorizer authorizer)
    {
        var scheme = authorizer.AuthorizerType is "JWT"
            ? new JsonObject { ["type"] = "oauth2", ["flows"] = new JsonObject() }
            : new JsonObject { ["type"] = "apiKey", ["name"] = "Unused", ["in"] = "header" };
        if (!extensions)
        {
            return scheme;
        }

        JsonObject written = new() { ["type"] = authorizer.AuthorizerType.ToLowerInvariant() };
        Add(written, "identitySource", authorizer.IdentitySource is { } sources ? string.Join(", ", sources) : null);
        if (authorizer.JwtConfiguration is { } jwt)
        {
            JsonObject configuration = [];
            Add(configuration, "issuer", jwt.Issuer);
            Add(configuration, "audience", Texts(jwt.Audience));
            written["jwtConfiguration"] = configuration;
        }

        Add(written, "authorizerUri", authorizer.AuthorizerUri);
        Add(written, "authorizerCredentials", authorizer.AuthorizerCredentialsArn);
        Add(written, "authorizerPayloadFormatVersion", authorizer.AuthorizerPayloadFormatVersion);
        Add(written, "authorizerResultTtlInSeconds", authorizer.AuthorizerResultTtlInSeconds);
        Add(written, "enableSimpleResponses", authorizer.EnableSimpleResponses);
        scheme["x-amazon-apigateway-authorizer"] = written;
        return scheme;
    }

    private static JsonObject? CorsOf(Cors? cors)
    {
        if (cors is null)
        {
            return null;
        }

        JsonObject written = [];
        Add(written, "allowCredentials", cors.AllowCredentials);
        Add(written, "allowHeaders", Texts(cors.AllowHeaders));
        Add(written, "allowMethods", Texts(cors.AllowMethods));
        Add(written, "allowOrigins", Texts(cors.AllowOrigins));
        Add(written, "exposeHeaders", Texts(cors.ExposeHeaders));
        Add(written, "maxAge", cors.MaxAge);
        return written;
    }

    private static JsonArray? Texts(IReadOnlyList<string>? texts) => texts is null ? null : new([.. texts.Select(text => (JsonNode)text)]);

    private static void Add(JsonObject written, string name, JsonNode? value)
    {
        if (value is not null)
        {
            written[name] = value;
        }
    }

    [GeneratedRegex(@"\{(?<name>[^{}+]+)\+?\}")]
    private static partial Regex Variable();
}
