using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>What people wrote about an API, part by part, as a document's extension has it.</summary>
internal sealed class DocumentationParts(AwsClients aws)
{
    /// <summary>Null where there is none; what AWS does not let be read is said in the notes.</summary>
    public async Task<string?> ReadAsync(string restApiId, List<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            var parts = await ListAsync(restApiId, cancellationToken);

            return parts is [] ? null : CanonicalJson.Of(new JsonArray([.. parts.OrderBy(part => PlaceOf(part.Location), StringComparer.Ordinal).Select(Of)]));
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Denied or GatewayRefusal.Final)
        {
            notes.Add($"Its documentation parts could not be read: {refused.Operation}: {refused.Code}: {refused.Message}");

            return null;
        }
    }

    public Task<List<DocumentationPart>> ListAsync(string restApiId, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetDocumentationPartsAsync, new GetDocumentationPartsRequest { RestApiId = restApiId, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    private static JsonObject Of(DocumentationPart part)
    {
        var location = new JsonObject();
        location.Say("type", part.Location.Type?.Value);
        location.Say("path", part.Location.Path);
        location.Say("method", part.Location.Method);
        location.Say("statusCode", part.Location.StatusCode);
        location.Say("name", part.Location.Name);

        return new JsonObject { ["location"] = location, ["properties"] = JsonNode.Parse(part.Properties) };
    }

    private static string PlaceOf(DocumentationPartLocation location) => $"{location.Type?.Value} {location.Path} {location.Method} {location.StatusCode} {location.Name}";
}
