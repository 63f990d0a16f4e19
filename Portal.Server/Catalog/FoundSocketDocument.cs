using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog;

/// <summary>Writes the document of a WebSocket API as it is in a gateway, in the portal's own form.</summary>
internal static class FoundSocketDocument
{
    private const string Aws = "x-amazon-apigateway-";

    public static JsonObject Of(WebSocketApiSpec api)
    {
        var document = new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = Said(("title", api.Name), ("description", api.Description), ("version", api.Version ?? "")),
            [WebSocketDocument.Selection] = api.RouteSelectionExpression,
        };

        if (api.DisableExecuteApiEndpoint)
        {
            document["servers"] = new JsonArray(new JsonObject { ["url"] = "/", [Aws + "endpoint-configuration"] = new JsonObject { ["disableExecuteApiEndpoint"] = true } });
        }

        document["paths"] = new JsonObject(api.MessageRoutes.Select(route => KeyValuePair.Create($"/{route.Key}", (JsonNode?)new JsonObject { [Aws + "any-method"] = Operation(route.Key, route.Value, KeyScheme(api.Authorizers.ContainsKey)) })));

        if (api.ApiKeySelectionExpression is { } expression)
        {
            document[ApiKeySources.Member] = expression is WebSocketNormal.KeyOfAuthorizer ? "AUTHORIZER" : expression;
        }

        if (Components(api) is { Count: > 0 } components)
        {
            document["components"] = components;
        }

        return document;
    }

    private static JsonObject Components(WebSocketApiSpec api)
    {
        var components = new JsonObject();
        List<KeyValuePair<string, JsonNode?>> schemes = [.. api.Authorizers.Select(authorizer => KeyValuePair.Create(authorizer.Key, (JsonNode?)Scheme(authorizer.Value)))];

        if (api.MessageRoutes.Values.Any(route => route.ApiKeyRequired))
        {
            schemes.Add(KeyValuePair.Create(KeyScheme(api.Authorizers.ContainsKey), (JsonNode?)new JsonObject { ["type"] = "apiKey", ["name"] = "x-api-key", ["in"] = "header" }));
        }

        if (schemes is not [])
        {
            components["securitySchemes"] = new JsonObject(schemes);
        }

        if (api.Models is { } models)
        {
            components["schemas"] = new JsonObject(models.Select(model => KeyValuePair.Create(model.Key, JsonNode.Parse(model.Value.Schema))));
        }

        return components;
    }

    /// <summary>The name of the scheme that stands for an API key; an authorizer may have taken it.</summary>
    private static string KeyScheme(Func<string, bool> isTaken) => Enumerable.Range(1, int.MaxValue).Select(number => number is 1 ? ApiKeySchemes.Ours : ApiKeySchemes.Ours + number.ToString(CultureInfo.InvariantCulture)).First(name => !isTaken(name));

    private static JsonObject Operation(string key, MessageRouteSpec route, string keys)
    {
        var operation = Said(("operationId", route.OperationName));
        operation["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = $"What {key} answers." } };

        string[] demands = [.. route.Authorizer is { } authorizer ? [authorizer] : Array.Empty<string>(), .. route.ApiKeyRequired ? [keys] : Array.Empty<string>()];

        if (demands is not [])
        {
            operation["security"] = new JsonArray(new JsonObject(demands.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonArray()))));
        }

        if (route is { Authorizer: null, AuthorizationType: not "NONE" })
        {
            operation[Aws + "auth"] = new JsonObject { ["type"] = route.AuthorizationType };
        }

        SocketRequests.Write(operation, route);

        if (route.Answers)
        {
            operation[WebSocketDocument.Answers] = true;
        }

        if (route.Integration is { } integration)
        {
            operation[Aws + "integration"] = Integration(integration);
        }

        return operation;
    }

    private static JsonObject Integration(MessageIntegrationSpec integration)
    {
        var said = Said(
            ("type", integration.Type.ToLowerInvariant()),
            ("httpMethod", integration.HttpMethod),
            ("uri", integration.Uri),
            ("connectionType", integration.ConnectionType),
            ("connectionId", integration.ConnectionId),
            ("credentials", integration.Credentials),
            ("passthroughBehavior", integration.PassthroughBehavior.ToLowerInvariant()),
            ("contentHandling", integration.ContentHandling),
            ("templateSelectionExpression", integration.TemplateSelectionExpression));

        said["timeoutInMillis"] = integration.TimeoutInMillis;
        Map(said, "requestParameters", integration.RequestParameters);
        Map(said, "requestTemplates", integration.RequestTemplates);

        if (integration.Responses.Count > 0)
        {
            said["responses"] = new JsonObject(integration.Responses.Select(answer => KeyValuePair.Create(answer.Key, (JsonNode?)Answer(answer.Value))));
        }

        return said;
    }

    private static JsonObject Answer(MessageAnswerSpec answer)
    {
        var said = Said(("templateSelectionExpression", answer.TemplateSelectionExpression));
        Map(said, "responseParameters", answer.Parameters);
        Map(said, "responseTemplates", answer.Templates);

        if (answer.ContentHandling is { } handling)
        {
            said["contentHandling"] = handling;
        }

        return said;
    }

    private static JsonObject Scheme(SocketAuthorizerSpec authorizer) => new()
    {
        ["type"] = "apiKey",
        ["name"] = "Unused",
        ["in"] = "header",
        [Aws + "authorizer"] = Said(("type", "request"), ("identitySource", string.Join(", ", authorizer.IdentitySource)), ("authorizerUri", authorizer.Uri), ("authorizerCredentials", authorizer.Credentials)),
    };

    private static void Map(JsonObject said, string name, SortedMap<string> map)
    {
        if (map.Count > 0)
        {
            said[name] = new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        }
    }

    private static JsonObject Said(params ReadOnlySpan<(string Name, string? Value)> members)
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
}
