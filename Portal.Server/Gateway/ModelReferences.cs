using System.Text.Json.Nodes;

namespace Portal.Server.Gateway;

/// <summary>How a model names another one: in the portal by its name, in AWS by a URL that has AWS's id of the API.</summary>
internal static class ModelReferences
{
    private const string Before = "#/components/schemas/";

    /// <summary>Those of a schema as the portal has it; each can be replaced where it stands.</summary>
    public static IEnumerable<JsonValue> In(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue target } && target.ToString().StartsWith(Before, StringComparison.Ordinal) ? [target] : In(member.Value)),
        JsonArray items => items.SelectMany(In),
        _ => [],
    };

    public static string NameOf(JsonValue reference) => reference.ToString()[Before.Length..];

    public static string Url(string apiId, string model) => $"https://apigateway.amazonaws.com/restapis/{apiId}/models/{model}";
}
