using System.Text.Json;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>One operation of the document becomes one method.</summary>
internal sealed class MethodImport(OpenApiDocument document, ModelImport models, SecurityImport security, Func<JsonElement, string?> validatorOf)
{
    public Method Read(string verb, JsonElement pathItem, JsonElement operation)
    {
        JsonElement[] parameters = [.. pathItem.Member("parameters").Items().Concat(operation.Member("parameters").Items()).Select(Resolved)];
        var method = new Method
        {
            HttpMethod = MethodRules.Verb(verb),
            AuthorizationType = "NONE",
            ApiKeyRequired = false,
            RequestValidatorId = validatorOf(operation),
            OperationName = operation.Member("operationId").Text(),
            RequestParameters = Map<bool>.Of(parameters.SelectMany(Parameter)).OrNull(),
            RequestModels = RequestModels(operation, parameters),
            MethodResponses = Map<MethodResponse>.Of(operation.Member("responses").Members().Where(response => response.Name is not "default" && !response.Name.StartsWith("x-", StringComparison.Ordinal)).Select(response => Response(response, operation))).OrNull(),
        };
        return security.Secured(method, operation);
    }

    private JsonElement Resolved(JsonElement element) =>
        document.Resolved(element) ?? throw AwsError.BadRequest($"Unresolvable reference: {element.Member("$ref").Text()}");

    private static IEnumerable<KeyValuePair<string, bool>> Parameter(JsonElement parameter)
    {
        var place = parameter.Member("in").Text() switch
        {
            "query" => "querystring",
            "header" => "header",
            "path" => "path",
            _ => null,
        };
        return place is not null && parameter.Member("name").Text() is { } name
            ? [new(Words.Pooled($"method.request.{place}.{name}"), parameter.Member("required").IsTrue())]
            : [];
    }

    private Map<string>? RequestModels(JsonElement operation, JsonElement[] parameters)
    {
        if (!document.IsSwagger)
        {
            return operation.Member("requestBody") is { ValueKind: JsonValueKind.Object } body ? Models(Resolved(body).Member("content")) : null;
        }

        var schema = parameters.FirstOrDefault(parameter => parameter.Member("in").Text() is "body").Member("schema");
        return schema.IsThere() ? Models(schema, Types(operation, "consumes")) : null;
    }

    private KeyValuePair<string, MethodResponse> Response(JsonProperty response, JsonElement operation)
    {
        var status = MethodRules.Status(response.Name);
        var content = Resolved(response.Value);
        return new(status, new()
        {
            StatusCode = status,
            ResponseParameters = Map<bool>.Of(content.Member("headers").Members().Select(header => KeyValuePair.Create(Words.Pooled($"method.response.header.{header.Name}"), false))).OrNull(),
            ResponseModels = document.IsSwagger
                ? content.Member("schema") is { ValueKind: JsonValueKind.Object } schema ? Models(schema, Types(operation, "produces")) : null
                : Models(content.Member("content")),
        });
    }

    private Map<string>? Models(JsonElement content) => Map<string>.Of(
        from media in content.Members()
        let type = Words.Pooled(media.Name)
        let name = media.Value.Member("schema") is { ValueKind: JsonValueKind.Object } schema ? models.NameOf(schema) : null
        where name is not null
        select KeyValuePair.Create(type, name)).OrNull();

    private Map<string>? Models(JsonElement schema, IReadOnlyList<string> types) => Map<string>.Of(
        from type in types
        let name = models.NameOf(schema)
        where name is not null
        select KeyValuePair.Create(type, name)).OrNull();

    private string[] Types(JsonElement operation, string member)
    {
        var own = operation.Member(member);
        var types = (own.IsThere() ? own : document.Root.Member(member)).Items().Select(type => Words.Pooled(type.Text() ?? "")).ToArray();
        return types is [] ? ["application/json"] : types;
    }
}
