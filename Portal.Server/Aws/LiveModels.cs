using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>The models of an API. CreateRestApi puts two of its own in, which nobody asked for and nothing uses: they are left out.</summary>
internal static class LiveModels
{
    private const string DefaultDescription = "This is a default";

    public static SortedMap<ModelSpec> Of(IReadOnlyList<Model> models, IReadOnlySet<string> inUse) => new(
        from model in models
        where inUse.Contains(model.Name) || !IsDefault(model)
        select KeyValuePair.Create(model.Name, new ModelSpec { ContentType = model.ContentType ?? "application/json", Schema = Schema(model.Schema) }));

    /// <summary>Those of a WebSocket API, which are all somebody's.</summary>
    public static SortedMap<ModelSpec> Of(IReadOnlyList<Amazon.ApiGatewayV2.Model.Model> models) => new(
        from model in models
        select KeyValuePair.Create(model.Name, new ModelSpec { ContentType = model.ContentType ?? "application/json", Schema = Schema(model.Schema), Description = model.Description }));

    private static bool IsDefault(Model model) => model.Name is "Empty" or "Error" && model.Description is { } description && description.StartsWith(DefaultDescription, StringComparison.Ordinal);

    /// <summary>A schema that is no JSON (of a model that is not application/json) stays as it is, in quotes.</summary>
    private static string Schema(string? schema)
    {
        try
        {
            return JsonNode.Parse(schema ?? "{}") is { } node ? RestApiNormal.Schema(node) : "{}";
        }
        catch (JsonException)
        {
            return CanonicalJson.Of(JsonValue.Create(schema));
        }
    }
}
