using System.Text;
using System.Text.Json;
using Portal.Sandbox.Wire;
using YamlDotNet.Core;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>An OpenAPI 3.0 or Swagger 2.0 document, read-only; the importer asks it and need not know which of the two it is.</summary>
internal sealed class OpenApiDocument
{
    private const int Deepest = 256;
    private const int MostReferences = 50;

    private OpenApiDocument(JsonElement root) => Root = root;

    public JsonElement Root { get; }

    public bool IsSwagger => Root.TryGetProperty("swagger", out _);

    public IEnumerable<JsonProperty> Schemas => (IsSwagger ? Root.Member("definitions") : Root.Member("components").Member("schemas")).Members();

    public IEnumerable<JsonProperty> SecuritySchemes => (IsSwagger ? Root.Member("securityDefinitions") : Root.Member("components").Member("securitySchemes")).Members();

    public string SchemaPrefix => IsSwagger ? "#/definitions/" : "#/components/schemas/";

    /// <summary>Refuses what API Gateway refuses to read: neither JSON nor YAML, not OpenAPI 3.0 or Swagger 2.0, without title or paths.</summary>
    public static OpenApiDocument Parse(ReadOnlyMemory<byte> content, string account, string region)
    {
        var text = Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF')
            .Replace("${AWS::AccountId}", account, StringComparison.Ordinal)
            .Replace("${AWS::Region}", region, StringComparison.Ordinal)
            .Replace("${AWS::Partition}", "aws", StringComparison.Ordinal);
        try
        {
            var root = text.AsSpan().TrimStart() is ['{', ..] ? FromJson(Encoding.UTF8.GetBytes(text)) : FromYaml(text);
            return IsReadable(root) ? new(root) : throw Invalid;
        }
        catch (Exception exception) when (exception is JsonException or YamlException or InvalidOperationException or ArgumentException)
        {
            throw Invalid;
        }
    }

    /// <summary>Follows <c>$ref</c> inside the document; null if it leads nowhere, out of the document or around in a circle.</summary>
    public JsonElement? Resolved(JsonElement element)
    {
        for (var i = 0; i < MostReferences; i++)
        {
            if (element.Member("$ref").Text() is not { } reference)
            {
                return element;
            }

            if (Find(reference) is not { } found)
            {
                return null;
            }

            element = found;
        }

        return null;
    }

    public JsonElement? Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var element = Root;
        foreach (var part in reference[2..].Split('/'))
        {
            var name = PatchOperation.Unescaped(Uri.UnescapeDataString(part));
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static AwsError Invalid => AwsError.BadRequest("Invalid OpenAPI input.");

    private static bool IsReadable(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object
        && (root.Member("swagger").Scalar() is "2.0" || root.Member("openapi").Text()?.StartsWith("3.0", StringComparison.Ordinal) is true)
        && root.Member("info").Member("title").Text() is { Length: > 0 }
        && root.Member("paths").ValueKind is JsonValueKind.Object;

    private static JsonElement FromJson(byte[] content)
    {
        using var document = JsonDocument.Parse(content, new() { MaxDepth = Deepest });
        return document.RootElement.Clone();
    }

    private static JsonElement FromYaml(string text)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new() { SkipValidation = true }))
        {
            YamlToJson.Write(text, writer);
        }

        return FromJson(stream.ToArray());
    }
}
