using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>What a document of an API is to hold beside what OpenAPI itself has words for.</summary>
internal sealed record Extensions(bool Integrations, bool Authorizers, bool Everything, bool Documentation, bool Postman);

/// <summary>
/// Writes a deployed API as a document, OpenAPI 3.0 or Swagger 2.0. With all extensions it imports again to the same API, but for what the document has no words for:
/// parameters with several values, and in Swagger different models for different media types.
/// </summary>
internal sealed class ApiExport(Snapshot snapshot, string stageName, string region, string account, bool swagger, Extensions extensions)
{
    private readonly RestApi _api = snapshot.Api;
    private readonly ApiDefinition _definition = snapshot.Definition;
    private readonly string _schemas = swagger ? "#/definitions/" : "#/components/schemas/";

    public JsonObject Write(FrozenDocumentation? documentation)
    {
        JsonObject info = [];
        info.Put("title", _api.Name);
        info.Put("description", _api.Description);
        info.Put("version", Version);
        JsonObject written = swagger ? new() { ["swagger"] = "2.0" } : new() { ["openapi"] = "3.0.1" };
        written["info"] = info;
        WriteAddress(written);

        MethodExport methods = new(_definition, region, swagger, _schemas, extensions);
        var security = new SecurityExport(_definition, extensions).Write();
        var schemas = Written.Map(_definition.Models, model => Schema(model));
        written["paths"] = Written.Map(_definition.Resources.Values.OrderBy(resource => resource.Path, StringComparer.Ordinal).Where(resource => resource.ResourceMethods is not null || resource.Path is not "/").Select(resource => KeyValuePair.Create(resource.Path, resource)), methods.PathItem);
        if (swagger)
        {
            written.Put("securityDefinitions", security);
            written.Put("definitions", schemas is { Count: > 0 } ? schemas : null);
        }
        else
        {
            JsonObject components = [];
            components.Put("schemas", schemas is { Count: > 0 } ? schemas : null);
            components.Put("securitySchemes", security);
            written.Put("components", components is { Count: > 0 } ? components : null);
        }

        if (extensions.Everything)
        {
            WriteSettings(written);
        }

        if (extensions.Documentation && documentation is not null)
        {
            written["x-amazon-apigateway-documentation"] = DocumentationExport.Write(documentation);
        }

        return written;
    }

    public string Version => _api.Version ?? _api.CreatedDate.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void WriteAddress(JsonObject written)
    {
        var host = $"{_api.Id}.execute-api.{region}.amazonaws.com";
        JsonObject endpoint = [];
        endpoint.Put("disableExecuteApiEndpoint", _api.DisableExecuteApiEndpoint ? true : null);
        endpoint.Put("vpcEndpointIds", Written.Texts(_api.EndpointConfiguration.VpcEndpointIds));
        var extension = extensions.Everything && endpoint.Count > 0 ? endpoint : null;
        if (swagger)
        {
            written["host"] = host;
            written["basePath"] = $"/{stageName}";
            written["schemes"] = new JsonArray("https");
            written.Put("x-amazon-apigateway-endpoint-configuration", extension);
            return;
        }

        JsonObject server = new() { ["url"] = $"https://{host}/{{basePath}}", ["variables"] = new JsonObject { ["basePath"] = new JsonObject { ["default"] = stageName } } };
        server.Put("x-amazon-apigateway-endpoint-configuration", extension);
        written["servers"] = new JsonArray(server);
    }

    private void WriteSettings(JsonObject written)
    {
        written.Put("x-amazon-apigateway-request-validators", _definition.Validators.Count is 0 ? null : Written.Map(
            _definition.Validators.Values.Select(validator => KeyValuePair.Create(validator.Name, validator)),
            validator => new JsonObject { ["validateRequestParameters"] = validator.ValidateRequestParameters, ["validateRequestBody"] = validator.ValidateRequestBody }));
        written.Put("x-amazon-apigateway-gateway-responses", _definition.GatewayResponses.Count is 0 ? null : Written.Map(_definition.GatewayResponses, response =>
        {
            JsonObject one = [];
            one.Put("statusCode", response.StatusCode);
            one.Put("responseParameters", Written.Texts(response.ResponseParameters));
            one["responseTemplates"] = Written.Texts(response.ResponseTemplates) ?? [];
            return one;
        }));
        written.Put("x-amazon-apigateway-binary-media-types", Written.Texts(_api.BinaryMediaTypes));
        written.Put("x-amazon-apigateway-minimum-compression-size", _api.MinimumCompressionSize);
        written.Put("x-amazon-apigateway-api-key-source", _api.ApiKeySource is RestApi.KeyInHeader ? null : _api.ApiKeySource);
        written.Put("x-amazon-apigateway-security-policy", _api.SecurityPolicy);
        written.Put("x-amazon-apigateway-endpoint-access-mode", _api.EndpointAccessMode);
        written.Put("x-amazon-apigateway-policy", _api.Policy is { } policy ? JsonNode.Parse(RestApiRules.PlainPolicy(policy)
            .Replace($"arn:aws:execute-api:{region}:{account}:{_api.Id}/", "execute-api:/", StringComparison.Ordinal)) : null);
    }

    /// <summary>The service exports JSON models only. What is said of a model stands in its schema, where nothing stands there yet.</summary>
    private JsonNode? Schema(Model model)
    {
        if (model.ContentType is not "application/json")
        {
            throw AwsError.BadRequest($"Unable to export model {model.Name}: its content type is not application/json");
        }

        var schema = Local(JsonNode.Parse(model.Schema ?? "{}", documentOptions: new JsonDocumentOptions { MaxDepth = 256 }));
        if (model.Description is { Length: > 0 } description && schema is JsonObject members && !members.ContainsKey("description") && !members.ContainsKey("$ref"))
        {
            members["description"] = description;
        }

        return schema;
    }

    /// <summary>References become the document's own.</summary>
    private JsonNode? Local(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToArray())
                {
                    if (name is "$ref" && value is JsonValue text && text.TryGetValue<string>(out var reference) && FlatModel.NameIn(reference) is { } model)
                    {
                        map["$ref"] = _schemas + model;
                    }
                    else
                    {
                        Local(value);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Local(item);
                }

                break;
        }

        return node;
    }
}
