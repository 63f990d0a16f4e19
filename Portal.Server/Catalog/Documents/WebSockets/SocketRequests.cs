using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>
/// What a route demands of messages and of who connects, and what its answers look like. Header and query parameters of $connect are those of the handshake; the models stand where <see cref="SocketSide"/> says.
/// </summary>
internal sealed class SocketRequests(ProjectionSource source, ProjectionModels models)
{
    private const string Schemas = "#/components/schemas/";

    /// <summary>The route with what it demands, by names of models that are sent or not.</summary>
    public MessageRouteSpec Read(HttpOperation operation, MessageRouteSpec route) => route with
    {
        RequestParameters = new(Parameters(operation)),
        ModelSelectionExpression = operation.Node.Text(SocketSide.Request.Selection),
        RequestModels = new(Chosen(operation, SocketSide.Request, "message")),
        ResponseModelSelectionExpression = route.Answers ? operation.Node.Text(SocketSide.Answer.Selection) : null,
        ResponseModels = new(route.Answers ? Chosen(operation, SocketSide.Answer, "answer") : []),
    };

    /// <summary>The members of an operation that say the same.</summary>
    public static void Write(JsonObject operation, MessageRouteSpec route)
    {
        if (route.RequestParameters is { } parameters)
        {
            operation["parameters"] = new JsonArray([.. parameters.Select(parameter => Parameter(parameter.Key.Split('.', 4), parameter.Value)).OfType<JsonNode>()]);
        }

        Write(operation, SocketSide.Request, route.ModelSelectionExpression, route.RequestModels);
        Write(operation, SocketSide.Answer, route.ResponseModelSelectionExpression, route.ResponseModels);
    }

    private static void Write(JsonObject operation, SocketSide side, string? expression, SortedMap<string>? models)
    {
        if (expression is not null)
        {
            operation[side.Selection] = expression;
        }

        if (models is null)
        {
            return;
        }

        if (models.TryGetValue(SocketSide.Usual, out var usual))
        {
            var body = side.Body.Aggregate(operation, (owner, name) => owner[name] as JsonObject ?? (JsonObject)(owner[name] = new JsonObject()));
            body["content"] = new JsonObject { [SocketSide.Json] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = Schemas + usual } } };
        }

        if (models.Where(model => model.Key is not SocketSide.Usual).Select(model => KeyValuePair.Create(model.Key, (JsonNode?)model.Value)).ToList() is { Count: > 0 } others)
        {
            operation[side.Models] = new JsonObject(others);
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

    private Dictionary<string, string> Chosen(HttpOperation operation, SocketSide side, string word)
    {
        var chosen = new Dictionary<string, string>();

        if (Body(operation, side, word) is { } body)
        {
            chosen[SocketSide.Usual] = body;
        }

        foreach (var (key, node) in operation.Node.Member(side.Models).Members)
        {
            if (node.AsText is { Length: > 0 } name && source.Root.Member("components").Member("schemas").Node(name) is not null)
            {
                chosen[key] = models.Of(new JsonObject { ["$ref"] = Schemas + PointerName.Escaped(name) }, "", name);
            }
            else
            {
                operation.Find(LintSocketRules.Model, $"/{side.Models}/{PointerName.Escaped(key)}", node?.ToString() ?? key);
            }
        }

        if (operation.Node.Text(side.Selection) is null or "" && chosen.Keys.Any(key => key is not SocketSide.Usual))
        {
            operation.Find(LintSocketRules.ModelSelection, "/" + side.Models);
        }

        return chosen;
    }

    private string? Body(HttpOperation operation, SocketSide side, string word)
    {
        var body = side.BodyOf(source.Root, operation.Node);

        if (SocketSide.JsonOf(body) is not { Key: var type, Value: { } media })
        {
            // What is sent back is not held against anything, so that it may be described as what it is.
            if (side == SocketSide.Request && body.Member("content") is { Count: > 0 } content)
            {
                operation.Find(LintSchemaRules.NotJson, side.BodyPointer, string.Join(", ", content.Select(media => media.Key)));
            }

            return null;
        }

        var wish = operation.Node.Text("operationId") is { } id && id.Any(char.IsAsciiLetterOrDigit) ? id : operation.Route.Path;

        return media.Node("schema") is JsonObject schema ? models.Of(schema, $"{operation.Pointer}{side.BodyPointer}/content/{PointerName.Escaped(type)}/schema", $"{wish} {word}") : null;
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
