using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Methods as operations.</summary>
internal sealed class MethodExport(ApiDefinition definition, string region, bool swagger, string schemas, Extensions extensions)
{
    /// <summary>The description of an answer, which a document must have.</summary>
    public static string Nameless(string status) => $"{status} response";

    public JsonObject PathItem(Resource resource) => Written.Map(
        (resource.ResourceMethods ?? Map<Method>.Empty).Select(pair => KeyValuePair.Create(pair.Key is "ANY" ? "x-amazon-apigateway-any-method" : pair.Key.ToLowerInvariant(), pair.Value)),
        method => Operation(resource, method));

    private JsonObject Operation(Resource resource, Method method)
    {
        JsonObject operation = [];
        operation.Put("operationId", method.OperationName);
        string[] requestTypes = [.. method.RequestModels?.Keys ?? []];
        if (swagger)
        {
            operation.Put("consumes", Written.Texts(requestTypes));
            operation.Put("produces", Written.Texts([.. (method.MethodResponses?.Values ?? []).SelectMany(response => response.ResponseModels?.Keys ?? []).Distinct().Order(StringComparer.Ordinal)]));
        }

        JsonArray parameters = [.. (method.RequestParameters ?? Map<bool>.Empty).Select(Parameter)];
        if (swagger && method.RequestModels is { } bodies)
        {
            var model = bodies.Values.First();
            parameters.Add(new JsonObject { ["in"] = "body", ["name"] = model, ["required"] = true, ["schema"] = Reference(model) });
        }

        operation.Put("parameters", parameters.Count is 0 ? null : parameters);
        if (!swagger && method.RequestModels is { } models)
        {
            operation["requestBody"] = new JsonObject { ["content"] = Content(models), ["required"] = true };
        }

        operation["responses"] = Written.Map(method.MethodResponses ?? Map<MethodResponse>.Empty, Response);
        operation.Put("security", Security(method));
        if (extensions.Everything && method.RequestValidatorId is { } id && definition.Validators.Find(id) is { } validator)
        {
            operation["x-amazon-apigateway-request-validator"] = validator.Name;
        }

        if (extensions.Postman && method.AuthorizationType is "AWS_IAM")
        {
            operation["x-postman-meta"] = Postman();
        }

        if (extensions.Integrations && method.MethodIntegration is { } integration)
        {
            operation["x-amazon-apigateway-integration"] = IntegrationExport.Write(integration, resource.Id);
        }

        return operation;
    }

    /// <summary>How Postman signs a call, with variables for what it must be told.</summary>
    private JsonObject Postman() => new()
    {
        ["currentHelper"] = "awsSigV4",
        ["helperAttributes"] = new JsonObject { ["id"] = "awsSigV4", ["region"] = region, ["service"] = "execute-api", ["accessKey"] = "{{accessKey}}", ["secretKey"] = "{{secretKey}}", ["saveHelper"] = true },
    };

    private JsonObject Parameter(KeyValuePair<string, bool> parameter)
    {
        var parts = parameter.Key.Split('.', 4);
        JsonObject written = new()
        {
            ["name"] = parts[3],
            ["in"] = parts[2] switch { "path" => "path", "header" or "multivalueheader" => "header", _ => "query" },
            ["required"] = parameter.Value,
        };
        Typed(written);
        return written;
    }

    private JsonObject Response(MethodResponse response)
    {
        JsonObject written = new() { ["description"] = Nameless(response.StatusCode) };
        written.Put("headers", response.ResponseParameters is null ? null : Written.Map(response.ResponseParameters.Select(pair => KeyValuePair.Create(pair.Key.Split('.', 4)[3], pair.Value)), _ => Typed([])));
        if (response.ResponseModels is { } models)
        {
            written[swagger ? "schema" : "content"] = swagger ? Reference(models.Values.First()) : Content(models);
        }

        return written;
    }

    /// <summary>All are texts to API Gateway.</summary>
    private JsonObject Typed(JsonObject written)
    {
        if (swagger)
        {
            written["type"] = "string";
        }
        else
        {
            written["schema"] = new JsonObject { ["type"] = "string" };
        }

        return written;
    }

    private JsonArray? Security(Method method)
    {
        JsonArray security = [];
        if (method.AuthorizationType is "AWS_IAM")
        {
            security.Add(new JsonObject { [SecurityExport.Signature] = new JsonArray() });
        }
        else if (method.AuthorizerId is { } id && method.AuthorizationType is not "NONE" && definition.Authorizers.Find(id) is { } authorizer)
        {
            security.Add(new JsonObject { [authorizer.Name] = Written.Texts(method.AuthorizationScopes) ?? [] });
        }

        if (method.ApiKeyRequired)
        {
            security.Add(new JsonObject { [SecurityExport.ApiKey] = new JsonArray() });
        }

        return security.Count is 0 ? null : security;
    }

    private JsonObject Content(Map<string> models) => Written.Map(models, model => new JsonObject { ["schema"] = Reference(model) });

    private JsonObject Reference(string model) => new() { ["$ref"] = schemas + model };
}
