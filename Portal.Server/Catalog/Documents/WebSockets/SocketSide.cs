using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>
/// Where the document of a WebSocket API says which models the messages of a route have, on their way in or back: the usual one is the schema of a body, others are named by what an expression finds in a message.
/// </summary>
/// <param name="Models">The member of an operation with a schema's name by what the expression finds, or by "$default", which goes before the body.</param>
/// <param name="Selection">The member with the expression.</param>
/// <param name="Body">The members that lead to the body.</param>
internal sealed record SocketSide(string Models, string Selection, params IReadOnlyList<string> Body)
{
    /// <summary>The model of messages for which no other is named.</summary>
    public const string Usual = "$default";

    public const string Json = "application/json";

    public static readonly SocketSide Request = new("x-amazon-apigateway-request-models", "x-amazon-apigateway-model-selection-expression", "requestBody");

    public static readonly SocketSide Answer = new("x-amazon-apigateway-response-models", "x-amazon-apigateway-response-model-selection-expression", "responses", "default");

    public static readonly SocketSide[] All = [Request, Answer];

    public string BodyPointer => "/" + string.Join('/', Body);

    /// <summary>The body, wherever it is written; null where there is none.</summary>
    public JsonNode? BodyOf(JsonObject root, JsonObject operation) => Body.Aggregate((JsonNode?)operation, (node, name) => References.Follow(root, node.Node(name)));

    /// <summary>The schema of the body as JSON, with its content type as the document writes it.</summary>
    public static KeyValuePair<string, JsonNode?>? JsonOf(JsonNode? body) =>
        body.Member("content").Members.Where(media => media.Key.Split(';')[0].Trim().Equals(Json, StringComparison.OrdinalIgnoreCase)).Select(media => (KeyValuePair<string, JsonNode?>?)media).FirstOrDefault();

    /// <summary>The models as the editor says them.</summary>
    public MessageModels Read(JsonObject root, OpenApiVersion version, JsonObject operation)
    {
        var named = operation.Member(Models).Members.Where(model => model.Value.AsText is not null).Select(model => new MessageModel { Key = model.Key, Model = model.Value.AsText }).ToList();
        var usual = named.Exists(model => model.Key is Usual) || JsonOf(BodyOf(root, operation)) is not { Value: { } media } || media.Node("schema") is not { } schema
            ? []
            : new[] { new MessageModel { Key = Usual, Model = Documents.Models.NameOf(version, schema) } };

        return new MessageModels { Selection = operation.Text(Selection), Models = [.. usual, .. named] };
    }
}
