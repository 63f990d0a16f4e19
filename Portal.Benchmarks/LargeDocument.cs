using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Benchmarks;

/// <summary>An OpenAPI document of about 1.7 MB and 296 operations, the same each time: the size of a large vendor's API.</summary>
internal static class LargeDocument
{
    private const int Resources = 74;
    private const int Properties = 40;

    public static string Make()
    {
        var paths = new JsonObject();
        var schemas = new JsonObject();

        for (var number = 0; number < Resources; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Thing{number:000}");
            schemas[name] = Schema(name);
            paths[$"/things{number:000}"] = new JsonObject { ["get"] = Operation($"list{name}", name), ["post"] = Operation($"create{name}", name, body: true) };
            paths[$"/things{number:000}/{{id}}"] = new JsonObject
            {
                ["parameters"] = new JsonArray(new JsonObject { ["name"] = "id", ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } }),
                ["get"] = Operation($"get{name}", name),
                ["delete"] = Operation($"delete{name}", name),
            };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.2",
            ["info"] = new JsonObject { ["title"] = "Large", ["version"] = "1" },
            ["x-portal-default-integration"] = new JsonObject { ["type"] = "mock" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        }.ToJsonString();
    }

    private static JsonObject Schema(string name)
    {
        var properties = new JsonObject();

        for (var number = 0; number < Properties; number++)
        {
            properties[$"member{number}"] = new JsonObject
            {
                ["type"] = "string",
                ["nullable"] = number % 3 is 0,
                ["example"] = $"{name} {number}",
                ["description"] = string.Concat(Enumerable.Repeat($"What member {number} of {name} is for, at some length. ", 10)),
            };
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Operation(string id, string schema, bool body = false)
    {
        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["description"] = string.Concat(Enumerable.Repeat("What it does and when it is refused. ", 20)),
            ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK", ["content"] = Content(schema) } },
        };

        if (body)
        {
            operation["requestBody"] = new JsonObject { ["content"] = Content(schema) };
        }

        return operation;
    }

    private static JsonObject Content(string schema) =>
        new() { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" } } };
}
