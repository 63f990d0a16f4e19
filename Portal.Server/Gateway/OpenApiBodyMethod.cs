using System.Text.Json.Nodes;

namespace Portal.Server.Gateway;

/// <summary>One method as an operation with its integration.</summary>
internal static class OpenApiBodyMethod
{
    private const string ResponseHeader = "method.response.header.";

    public static JsonObject Of(MethodSpec method, JsonArray? security)
    {
        var operation = new JsonObject();
        operation.Say("operationId", method.OperationName);
        operation.Say("parameters", method.RequestParameters.Count is 0 ? null : new JsonArray([.. method.RequestParameters.Select(pair => Parameter(pair.Key, pair.Value))]));
        operation.Say("requestBody", Content(method.RequestModels) is { } content ? new JsonObject { ["content"] = content } : null);
        operation["responses"] = OpenApiBody.Map(method.Responses, Response) ?? [];
        operation.Say("security", security);
        operation.Say("x-amazon-apigateway-request-validator", method.RequestValidator);
        operation.Say("x-amazon-apigateway-integration", method.Integration is { } integration ? Integration(integration) : null);

        return operation;
    }

    private static JsonObject Parameter(string key, bool required)
    {
        // method.request.LOCATION.NAME, and a name may hold dots.
        var parts = key.Split('.', 4);

        return new JsonObject
        {
            ["name"] = parts[3],
            ["in"] = parts[2] switch { "path" => "path", "header" or "multivalueheader" => "header", _ => "query" },
            ["required"] = required,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
    }

    private static JsonObject Response(MethodResponseSpec response)
    {
        var answer = new JsonObject { ["description"] = "" };
        answer.Say("headers", response.Parameters.Count is 0 ? null : new JsonObject(response.Parameters.Keys.Select(key =>
            KeyValuePair.Create(key[ResponseHeader.Length..], (JsonNode?)new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } }))));
        answer.Say("content", Content(response.Models));

        return answer;
    }

    private static JsonObject? Content(SortedMap<string> models) => OpenApiBody.Map(models, model => new JsonObject
    {
        ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{model}" },
    });

    private static JsonObject Integration(IntegrationSpec integration)
    {
        var calls = new JsonObject { ["type"] = integration.Type.ToLowerInvariant() };
        calls.Say("httpMethod", integration.HttpMethod);
        calls.Say("uri", integration.Uri);

        if (integration.ConnectionType is not "INTERNET")
        {
            calls["connectionType"] = integration.ConnectionType;
            calls.Say("connectionId", integration.ConnectionId);
            calls.Say("integrationTarget", integration.IntegrationTarget);
        }

        calls.Say("credentials", integration.Credentials);
        calls["passthroughBehavior"] = integration.PassthroughBehavior.ToLowerInvariant();
        calls.Say("contentHandling", integration.ContentHandling);
        calls["timeoutInMillis"] = integration.TimeoutInMillis;
        calls.Say("cacheNamespace", integration.CacheNamespace);
        calls.Say("cacheKeyParameters", OpenApiBody.List(integration.CacheKeyParameters));
        calls.Say("requestParameters", OpenApiBody.Map(integration.RequestParameters));
        calls.Say("requestTemplates", OpenApiBody.Map(integration.RequestTemplates));
        calls.Say("tlsConfig", integration.InsecureSkipVerification ? new JsonObject { ["insecureSkipVerification"] = true } : null);
        calls.Say("responseTransferMode", integration.ResponseTransferMode is "BUFFERED" ? null : integration.ResponseTransferMode);
        calls.Say("responses", Responses(integration.Responses));

        return calls;
    }

    /// <summary>
    /// By pattern, as a document says them. Two answers without a pattern cannot both be said: the one with the lower status stays the default,
    /// another gets its own status as its pattern, and reading back shows the difference.
    /// </summary>
    private static JsonObject? Responses(SortedMap<IntegrationResponseSpec> responses)
    {
        var byPattern = new JsonObject();

        foreach (var (status, response) in responses)
        {
            var answer = new JsonObject { ["statusCode"] = status };
            answer.Say("contentHandling", response.ContentHandling);
            answer.Say("responseParameters", OpenApiBody.Map(response.Parameters));
            answer.Say("responseTemplates", OpenApiBody.Map(response.Templates));

            var pattern = response.SelectionPattern ?? "default";
            byPattern[byPattern.ContainsKey(pattern) ? status : pattern] = answer;
        }

        return byPattern.Count is 0 ? null : byPattern;
    }
}
