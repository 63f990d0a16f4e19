using System.Text.Json.Nodes;
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

        document["paths"] = new JsonObject(api.MessageRoutes.Select(route => KeyValuePair.Create($"/{route.Key}", (JsonNode?)new JsonObject { [Aws + "any-method"] = Operation(route.Key, route.Value) })));

        if (api.Authorizers.Count > 0)
        {
            document["components"] = new JsonObject { ["securitySchemes"] = new JsonObject(api.Authorizers.Select(authorizer => KeyValuePair.Create(authorizer.Key, (JsonNode?)Scheme(authorizer.Value)))) };
        }

        return document;
    }

    private static JsonObject Operation(string key, MessageRouteSpec route)
    {
        var operation = Said(("operationId", route.OperationName));
        operation["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = $"What {key} answers." } };

        if (route.Authorizer is { } authorizer)
        {
            operation["security"] = new JsonArray(new JsonObject { [authorizer] = new JsonArray() });
        }
        else if (route.AuthorizationType is not "NONE")
        {
            operation[Aws + "auth"] = new JsonObject { ["type"] = route.AuthorizationType };
        }

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
