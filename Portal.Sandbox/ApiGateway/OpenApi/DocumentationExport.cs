using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Documentation;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>The documentation version that a stage shows, as <c>x-amazon-apigateway-documentation</c>.</summary>
internal static class DocumentationExport
{
    public static JsonObject Write(FrozenDocumentation frozen) => new()
    {
        ["version"] = frozen.About.Version,
        ["createdDate"] = frozen.About.CreatedDate.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["documentationParts"] = new JsonArray([.. frozen.Parts.Values.Select(part => new JsonObject { ["location"] = Location(part.Location), ["properties"] = part.Properties })]),
    };

    private static JsonObject Location(DocumentationLocation location)
    {
        JsonObject written = new() { ["type"] = location.Type };
        written.Put("path", location.Path);
        written.Put("method", location.Method);
        written.Put("statusCode", location.StatusCode);
        written.Put("name", location.Name);
        return written;
    }
}
