using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Models;

/// <summary>Checks of models, with the service's texts where they are recorded; the others are worded after them.</summary>
internal static partial class ModelRules
{
    public static string Name(string? name) => name switch
    {
        null or "" => throw AwsError.BadRequest("Model name must be non-empty"),
        _ when Alphanumeric().IsMatch(name) => name,
        _ => throw AwsError.BadRequest($"Model name must be alphanumeric: {name}"),
    };

    public static string ContentType(string? type) => type is not null && MediaType().IsMatch(type)
        ? Words.Pooled(type)
        : throw AwsError.BadRequest($"Invalid content type specified: {type}");

    public static string? Schema(string? schema)
    {
        if (schema is null)
        {
            return null;
        }

        if (schema is "")
        {
            throw NoContent;
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(schema);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw AwsError.BadRequest("Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]");
        }

        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw AwsError.BadRequest("Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]");
        }

        CheckSize(schema);
        return root.EnumerateObject().Any() ? schema : throw NoContent;
    }

    public static void CheckSize(string schema) => Limits.CheckSize(schema, Limits.ModelKilobytes, "Model schema");

    private static AwsError NoContent => AwsError.BadRequest("Model schema must have at least 1 property or array items defined");

    [GeneratedRegex(@"\A[a-zA-Z0-9]+\z")]
    private static partial Regex Alphanumeric();

    [GeneratedRegex(@"\A[^\s/;]+/[^\s/;]+\z")]
    private static partial Regex MediaType();
}
