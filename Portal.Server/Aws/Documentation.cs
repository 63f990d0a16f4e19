using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Reads what is said of a REST API in three calls: the API's head, which tells that it is the portal's to look at, its parts (500 a call) and its versions.
/// It is written only to bring back what was there.
/// </summary>
internal sealed class Documentation(AwsClients aws, RestApis apis)
{
    private readonly DocumentationParts _parts = new(aws);

    public async Task<GatewayState> ReadAsync(string api, CancellationToken cancellationToken) => (await LookAsync(api, cancellationToken)).State;

    public async Task<GatewayLook> LookAsync(string api, CancellationToken cancellationToken)
    {
        if (await apis.FindAsync(api, cancellationToken) is not { } head)
        {
            return new GatewayLook(GatewayState.Empty, [], null) { LastAwsId = apis.LastIdOf(api) };
        }

        var (parts, versions) = (_parts.ListAsync(head.Id, cancellationToken), VersionsAsync(head.Id, cancellationToken));
        await Task.WhenAll(parts, versions);
        var spec = new DocumentationSpec(api)
        {
            Parts = new((await parts).Select(ToSpec).DistinctBy(part => part.Place).Select(part => KeyValuePair.Create(part.Place, part))),
            Versions = new((await versions).Select(version => KeyValuePair.Create(version.Version, ToSpec(version)))),
        };

        return new GatewayLook(new GatewayState([spec]), [], head.Id);
    }

    public async Task UpdateAsync(DocumentationSpec before, DocumentationSpec after, CancellationToken cancellationToken)
    {
        if (after.Versions.Keys.Except(before.Versions.Keys).FirstOrDefault() is { } lost)
        {
            throw new GatewayRefusedException(
                "CreateDocumentationVersion", "BadRequestException", $"The documentation version {lost} cannot be made again: it would hold what is said now, not what it held.", GatewayRefusal.Final);
        }

        var id = await apis.IdAsync("UpdateDocumentationPart", after.Id, cancellationToken);
        await WritePartsAsync(id, before.Parts, after.Parts, cancellationToken);

        foreach (var gone in before.Versions.Keys.Except(after.Versions.Keys))
        {
            await Calls.DeleteAsync(aws.Writing.DeleteDocumentationVersionAsync, new DeleteDocumentationVersionRequest { RestApiId = id, DocumentationVersion = gone }, cancellationToken);
        }

        foreach (var (version, wanted) in after.Versions.Where(version => before.Versions[version.Key].Description != version.Value.Description))
        {
            await Calls.AskAsync(
                aws.Writing.UpdateDocumentationVersionAsync,
                new UpdateDocumentationVersionRequest { RestApiId = id, DocumentationVersion = version, PatchOperations = [Replace("/description", wanted.Description ?? "")] },
                cancellationToken);
        }
    }

    /// <summary>It comes and goes with its API alone.</summary>
    public static GatewayRefusedException NotHere(DocumentationSpec documentation) =>
        new("UpdateDocumentationPart", Calls.NotFound, $"The API {documentation.Id} does not exist in this account and Region, or lost its tag portal:id.", GatewayRefusal.Final);

    private async Task WritePartsAsync(string id, SortedMap<DocumentationPartSpec> before, SortedMap<DocumentationPartSpec> after, CancellationToken cancellationToken)
    {
        if (before.SequenceEqual(after))
        {
            return;
        }

        var ids = (await _parts.ListAsync(id, cancellationToken)).DistinctBy(part => ToSpec(part).Place).ToDictionary(part => ToSpec(part).Place, part => part.Id);

        foreach (var gone in before.Keys.Except(after.Keys).Where(ids.ContainsKey))
        {
            await Calls.DeleteAsync(aws.Writing.DeleteDocumentationPartAsync, new DeleteDocumentationPartRequest { RestApiId = id, DocumentationPartId = ids[gone] }, cancellationToken);
        }

        foreach (var (place, part) in after.Where(part => before.GetValueOrDefault(part.Key) != part.Value))
        {
            await (ids.TryGetValue(place, out var there)
                ? Calls.AskAsync(
                    aws.Writing.UpdateDocumentationPartAsync,
                    new UpdateDocumentationPartRequest { RestApiId = id, DocumentationPartId = there, PatchOperations = [Replace("/properties", part.Properties)] },
                    cancellationToken)
                : (Task)Calls.AskAsync(aws.Writing.CreateDocumentationPartAsync, new CreateDocumentationPartRequest { RestApiId = id, Location = LocationOf(part), Properties = part.Properties }, cancellationToken));
        }
    }

    private Task<List<DocumentationVersion>> VersionsAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetDocumentationVersionsAsync, new GetDocumentationVersionsRequest { RestApiId = id, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    private static DocumentationPartSpec ToSpec(DocumentationPart live) => DocumentationPartSpec.Of(
        live.Location.Type?.Value ?? "API", live.Location.Path, live.Location.Method, live.Location.StatusCode, live.Location.Name, CanonicalJson.Of(JsonNode.Parse(live.Properties)));

    private static DocumentationVersionSpec ToSpec(DocumentationVersion live) => new()
    {
        CreatedAt = live.CreatedDate is { } time ? DateTimeOffset.FromUnixTimeSeconds(new DateTimeOffset(time.ToUniversalTime()).ToUnixTimeSeconds()) : DateTimeOffset.UnixEpoch,
        Description = string.IsNullOrEmpty(live.Description) ? null : live.Description,
    };

    private static DocumentationPartLocation LocationOf(DocumentationPartSpec part) => new()
    {
        Type = part.Type,
        Path = part.Path,
        Method = part.Method,
        StatusCode = part.StatusCode,
        Name = part.Name,
    };

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };
}
