using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.RestApis;

namespace Portal.Sandbox.Execution.Schemas;

/// <summary>The models of a definition, read once. They refer to each other by the URL that the service gives them.</summary>
internal sealed class ModelSchemas
{
    private static readonly ConditionalWeakTable<ApiDefinition, ModelSchemas> Known = [];
    private static readonly ConditionalWeakTable<Model, object> Read = [];

    private readonly ApiDefinition _definition;

    private ModelSchemas(ApiDefinition definition) => _definition = definition;

    public static ModelSchemas Of(ApiDefinition definition) => Known.GetValue(definition, static key => new(key));

    /// <summary>What is wrong with a body; empty if nothing is.</summary>
    public IReadOnlyList<string> Faults(string model, string body)
    {
        if (Schema(model) is not { } schema)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return SchemaCheck.Faults(document.RootElement, schema, url => Schema(url[(url.LastIndexOf('/') + 1)..]));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or FormatException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return [exception is JsonException ? "Unable to parse the request body or its schema" : "The schema cannot be applied"];
        }
    }

    private JsonElement? Schema(string name) => _definition.Models.TryGetValue(name, out var model) && model.Schema is { } text
        ? (JsonElement)Read.GetValue(model, _ => JsonSerializer.Deserialize<JsonElement>(text))
        : null;
}
