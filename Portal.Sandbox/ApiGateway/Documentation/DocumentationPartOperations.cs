using Portal.Sandbox.ApiGateway.OpenApi;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Documentation;

/// <summary>What is said of the parts of an API.</summary>
internal static class DocumentationPartOperations
{
    private const string Template = "/restapis/{restapi_id}/documentation/parts";
    private const string One = $"{Template}/{{part_id}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateDocumentationPart", "POST", Template, Create),
        new(Gateway.Service, "ImportDocumentationParts", "PUT", Template, Import),
        new(Gateway.Service, "GetDocumentationParts", "GET", Template, List),
        new(Gateway.Service, "GetDocumentationPart", "GET", One, Get),
        new(Gateway.Service, "UpdateDocumentationPart", "PATCH", One, Update),
        new(Gateway.Service, "DeleteDocumentationPart", "DELETE", One, Delete),
    ];

    private static AwsError NoSuchPart => AwsError.NotFound("Invalid Documentation part identifier specified");

    private static Answer Create(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var body = call.Body.Object("location");
        var type = body?.OneOf("type", DocumentationRules.Types);
        call.Body.Checked(body);
        var location = DocumentationRules.Checked(new()
        {
            Type = type ?? throw AwsError.Validation(["Value null at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must not be null"]),
            Path = body!.Text("path"),
            Method = body.Text("method"),
            StatusCode = body.Text("statusCode"),
            Name = body.Text("name"),
        });
        if (entry.Documentation.At(location) is not null)
        {
            throw AwsError.Conflict($"Documentation part already exists for the specified location: type '{location.Type}', path '{location.Path ?? "/"}', method '{location.Method ?? "*"}', status code '{location.StatusCode ?? "*"}', name '{location.Name}'");
        }

        DocumentationPart part = new() { Id = Ids.Short(), Location = location, Properties = DocumentationRules.Properties(call.Body.Text("properties")) };
        Limits.Check(entry.Documentation.Parts.Count + 1, Limits.DocumentationParts, "documentation parts", "this API");
        Keep(call, entry, entry.Documentation.Parts.With(part.Id, part));
        return Answer.Created(part, WireJson.Default.DocumentationPart);
    }

    private static Answer Import(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var overwrite = ImportOperations.Overwrites(call);
        OpenApiDocument document;
        try
        {
            document = ImportOperations.Document(call);
        }
        catch (AwsError error) when (error.Type is "BadRequestException")
        {
            throw AwsError.BadRequest("Unable to build importer with provided input.");
        }

        ImportLog log = new();
        DocumentationImport import = new(entry.Documentation.Parts, overwrite);
        import.Read(document, log);
        log.Refuse(ImportOperations.FailsOnWarnings(call));
        Keep(call, entry, import.Parts);
        return Answer.Ok(new(import.Ids, log.Warnings is [] ? null : log.Warnings), WireJson.Default.DocumentationPartIds);
    }

    private static Answer List(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var (type, name, path, status) = (call.Query["type"].ToString(), call.Query["name"].ToString(), call.Query["path"].ToString(), call.Query["locationStatus"].ToString());
        Choice("type", type, DocumentationRules.Types);
        Choice("locationStatus", status, "DOCUMENTED, UNDOCUMENTED");
        var found = (status is "UNDOCUMENTED" ? Undocumented.Of(entry) : entry.Documentation.Parts.Values).Where(part =>
            (type is "" || part.Location.Type == type)
            && (name is "" || part.Location.Name?.Contains(name, StringComparison.Ordinal) is true)
            && (path is "" || part.Location.Path?.Contains(path, StringComparison.Ordinal) is true));
        return Answer.Ok(
            Page<DocumentationPart>.Of(call, Map<DocumentationPart>.Of(found.Select(part => KeyValuePair.Create(part.Id, part))), part => part.Id, part => part),
            WireJson.Default.PageDocumentationPart);
    }

    /// <summary>For an API that is not there the service speaks of the part as well.</summary>
    private static Answer Get(Call call) =>
        Answer.Ok(call.Region.Find(call["restapi_id"])?.Documentation.Parts.Find(call["part_id"]) ?? throw NoSuchPart, WireJson.Default.DocumentationPart);

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var part = PatchOperation.Of(call).Aggregate(Find(entry, call), (state, patch) => patch is { Op: "replace", Path: "/properties" }
            ? state with { Properties = DocumentationRules.Properties(patch.Value) }
            : throw patch.NotSupported("/properties"));
        Keep(call, entry, entry.Documentation.Parts.With(part.Id, part));
        return Answer.Ok(part, WireJson.Default.DocumentationPart);
    }

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        Keep(call, entry, entry.Documentation.Parts.Without(Find(entry, call).Id));
        return Answer.Accepted;
    }

    private static void Keep(Call call, ApiEntry entry, Map<DocumentationPart> parts) =>
        call.Region.Put(entry with { Documentation = entry.Documentation with { Parts = parts } });

    private static DocumentationPart Find(ApiEntry entry, Call call) => entry.Documentation.Parts.Find(call["part_id"]) ?? throw NoSuchPart;

    private static void Choice(string name, string value, string members)
    {
        if (value is not "" && !members.Split(", ").Contains(value))
        {
            throw AwsError.Validation([AwsError.NotInEnum(value, name, members)]);
        }
    }
}
