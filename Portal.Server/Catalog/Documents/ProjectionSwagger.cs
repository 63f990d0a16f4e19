using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>Says an OpenAPI 2.0 document in 3.0, as far as the projection reads it.</summary>
internal static class ProjectionSwagger
{
    private static readonly HashSet<string> NotOfSchema = ["name", "in", "description", "required", "allowEmptyValue", "collectionFormat"];

    public static JsonObject Upgrade(JsonObject swagger)
    {
        var root = new JsonObject { ["openapi"] = "3.0.1" };

        foreach (var (name, value) in swagger)
        {
            if (name is "info" or "security" or "tags" or "externalDocs" || name.StartsWith("x-", StringComparison.Ordinal))
            {
                root[name] = value?.DeepClone();
            }
        }

        if (swagger.Text("host") is not null || swagger.Text("basePath") is not null)
        {
            root["servers"] = new JsonArray(new JsonObject { ["url"] = $"//{swagger.Text("host")}{swagger.Text("basePath")}" });
        }

        root["paths"] = new JsonObject(swagger.Member("paths").Members.Where(path => path.Key is ['/', ..]).Select(path =>
            KeyValuePair.Create(path.Key, (JsonNode?)Item(swagger, References.Follow(swagger, path.Value)))));

        root["components"] = new JsonObject
        {
            ["schemas"] = Moved(swagger["definitions"]) ?? new JsonObject(),
            ["securitySchemes"] = swagger["securityDefinitions"]?.DeepClone() ?? new JsonObject(),
        };

        return root;
    }

    private static JsonObject Item(JsonObject swagger, JsonNode? item)
    {
        var upgraded = new JsonObject();

        foreach (var (name, value) in item.Members)
        {
            if (DocumentShape.Methods.Contains(name) && value is JsonObject operation)
            {
                upgraded[name] = Operation(swagger, item!, operation);
            }
        }

        return upgraded;
    }

    private static JsonObject Operation(JsonObject swagger, JsonNode item, JsonObject operation)
    {
        var upgraded = new JsonObject();

        foreach (var (name, value) in operation)
        {
            if (name is not ("parameters" or "responses" or "consumes" or "produces" or "schemes"))
            {
                upgraded[name] = value?.DeepClone();
            }
        }

        // An operation's parameter takes the place of the path's of the same name and place.
        var parameters = new Dictionary<(string? In, string? Name), JsonObject>();

        foreach (var parameter in item.Items("parameters").Concat(operation.Items("parameters")).Select(parameter => References.Follow(swagger, parameter)).OfType<JsonObject>())
        {
            parameters[parameter.Text("in") is "body" ? ("body", null) : (parameter.Text("in"), parameter.Text("name"))] = parameter;
        }

        upgraded["parameters"] = new JsonArray([.. parameters.Values.Where(parameter => parameter.Text("in") is not ("body" or "formData")).Select(Parameter)]);

        if (Body(swagger, operation, [.. parameters.Values]) is { } body)
        {
            upgraded["requestBody"] = body;
        }

        var produces = SwaggerBodies.Types(swagger, operation, SwaggerBodies.Produces);
        upgraded["responses"] = new JsonObject(operation.Member("responses").Members.Where(response => response.Key is not ['x', '-', ..]).Select(response =>
            KeyValuePair.Create(response.Key, (JsonNode?)Response(References.Follow(swagger, response.Value), produces))));

        return upgraded;
    }

    private static JsonObject Parameter(JsonObject parameter)
    {
        var upgraded = new JsonObject { ["schema"] = new JsonObject(parameter.Where(member => !NotOfSchema.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, Moved(member.Value)))) };

        foreach (var name in (string[])["name", "in", "description", "required"])
        {
            upgraded[name] = parameter[name]?.DeepClone();
        }

        return upgraded;
    }

    private static JsonObject? Body(JsonObject swagger, JsonObject operation, List<JsonObject> parameters)
    {
        if (parameters.Find(parameter => parameter.Text("in") is "body") is { } body)
        {
            return new JsonObject { ["content"] = Content(body["schema"], SwaggerBodies.Types(swagger, operation, SwaggerBodies.Consumes)) };
        }

        List<JsonObject> fields = [.. parameters.Where(parameter => parameter.Text("in") is "formData")];
        var types = operation["consumes"] is null && swagger["consumes"] is null ? ["application/x-www-form-urlencoded"] : SwaggerBodies.Types(swagger, operation, SwaggerBodies.Consumes);

        return fields is [] ? null : new JsonObject
        {
            ["content"] = Content(new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Text("name") ?? "", Parameter(field)["schema"]?.DeepClone())).DistinctBy(field => field.Key)),
            }, types),
        };
    }

    private static JsonObject Response(JsonNode? response, IReadOnlyList<string> produces)
    {
        var upgraded = new JsonObject { ["description"] = response.Text("description"), ["headers"] = response.Member("headers")?.DeepClone() };

        if (response.Node("schema") is { } schema)
        {
            upgraded["content"] = Content(schema, produces);
        }

        return upgraded;
    }

    private static JsonObject Content(JsonNode? schema, IReadOnlyList<string> types) =>
        new(types.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = Moved(schema) })));

    /// <summary>A copy whose references lead to where the models are in 3.0.</summary>
    private static JsonNode? Moved(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key,
            member.Key is "$ref" && member.Value.AsText is { } reference && reference.StartsWith("#/definitions/", StringComparison.Ordinal)
                ? JsonValue.Create("#/components/schemas/" + reference["#/definitions/".Length..])
                : Moved(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Moved)]),
        _ => node?.DeepClone(),
    };
}
