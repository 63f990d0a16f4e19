using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>
/// What a route demands of messages and of who connects. The schema of the operation's body is the model of messages; where a route takes several, an extension names them by what an expression finds in a message.
/// Header and query parameters of $connect are those of the handshake.
/// </summary>
internal sealed class SocketRequests(ProjectionSource source, ProjectionModels models)
{
    /// <summary>Of an operation: by what the expression finds, or "$default", the name of a schema.</summary>
    public const string Models = "x-amazon-apigateway-request-models";

    /// <summary>Of an operation: which part of a message says by which model it is checked.</summary>
    public const string Selection = "x-amazon-apigateway-model-selection-expression";

    /// <summary>The model of messages for which no other is named.</summary>
    public const string Usual = "$default";

    private const string Schemas = "#/components/schemas/";
    private const string Json = "application/json";

    /// <summary>The route with what it demands, by names of models that are sent or not.</summary>
    public MessageRouteSpec Read(HttpOperation operation, MessageRouteSpec route)
    {
        var expression = operation.Node.Text(Selection);
        var chosen = Chosen(operation);

        if (expression is null or "" && chosen.Keys.Any(key => key is not Usual))
        {
            operation.Find(LintSocketRules.ModelSelection, "/" + Models);
        }

        return route with { RequestParameters = new(Parameters(operation)), ModelSelectionExpression = expression, RequestModels = new(chosen) };
    }

    /// <summary>The members of an operation that say the same.</summary>
    public static void Write(JsonObject operation, MessageRouteSpec route)
    {
        if (route.RequestParameters is { } parameters)
        {
            operation["parameters"] = new JsonArray([.. parameters.Select(parameter => Parameter(parameter.Key.Split('.', 4), parameter.Value)).OfType<JsonNode>()]);
        }

        if (route.ModelSelectionExpression is { } expression)
        {
            operation[Selection] = expression;
        }

        if (route.RequestModels is not { } models)
        {
            return;
        }

        if (models.TryGetValue(Usual, out var usual))
        {
            operation["requestBody"] = new JsonObject { ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = Schemas + usual } } } };
        }

        if (models.Where(model => model.Key is not Usual).Select(model => KeyValuePair.Create(model.Key, (JsonNode?)model.Value)).ToList() is { Count: > 0 } others)
        {
            operation[Models] = new JsonObject(others);
        }
    }

    /// <summary>Null for one that no document can say.</summary>
    private static JsonObject? Parameter(string[] key, bool required) => key is not ["route", "request", "header" or "querystring", var name] ? null : new JsonObject
    {
        ["name"] = name,
        ["in"] = key[2] is "header" ? "header" : "query",
        ["required"] = required,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private Dictionary<string, string> Chosen(HttpOperation operation)
    {
        var chosen = new Dictionary<string, string>();

        if (Body(operation) is { } body)
        {
            chosen[Usual] = body;
        }

        foreach (var (key, node) in operation.Node.Member(Models).Members)
        {
            if (node.AsText is { Length: > 0 } name && source.Root.Member("components").Member("schemas").Node(name) is not null)
            {
                chosen[key] = models.Of(new JsonObject { ["$ref"] = Schemas + JsonPointer.Escape(name) }, "", name);
            }
            else
            {
                operation.Find(LintSocketRules.Model, $"/{Models}/{JsonPointer.Escape(key)}", node?.ToString() ?? key);
            }
        }

        return chosen;
    }

    private string? Body(HttpOperation operation)
    {
        var content = References.Follow(source.Root, operation.Node["requestBody"]).Member("content");

        if (content is not { Count: > 0 })
        {
            return null;
        }

        if (content.FirstOrDefault(media => media.Key.Split(';')[0].Trim().Equals(Json, StringComparison.OrdinalIgnoreCase)) is not { Key: { } type, Value: { } said })
        {
            operation.Find(LintSchemaRules.NotJson, "/requestBody", string.Join(", ", content.Select(media => media.Key)));

            return null;
        }

        var wish = operation.Node.Text("operationId") is { } id && id.Any(char.IsAsciiLetterOrDigit) ? id : operation.Route.Path;

        return said.Node("schema") is JsonObject schema ? models.Of(schema, $"{operation.Pointer}/requestBody/content/{JsonPointer.Escape(type)}/schema", wish + " message") : null;
    }

    private IEnumerable<KeyValuePair<string, bool>> Parameters(HttpOperation operation)
    {
        var declared = operation.Node.Items("parameters").Select((node, index) => (Node: References.Follow(source.Root, node) as JsonObject, Place: $"/parameters/{index}")).Where(parameter => parameter.Node is not null).ToList();

        if (declared is not [] && operation.Route.Path is not "/" + SocketSecurity.Connect)
        {
            operation.Find(LintSocketRules.Parameters, "/parameters");
        }

        foreach (var (node, place) in declared)
        {
            if (node.Text("in") is ("header" or "query") and var kind && node.Text("name") is { } name && ProjectionMethod.IsName(name))
            {
                yield return KeyValuePair.Create($"route.request.{(kind is "query" ? "querystring" : kind)}.{name}", node.Flag("required"));
            }
            else
            {
                operation.Find(LintSocketRules.Parameter, place, node.Text("name") ?? "one without a name");
            }
        }
    }
}
