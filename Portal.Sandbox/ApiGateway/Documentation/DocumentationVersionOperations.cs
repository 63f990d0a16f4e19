using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Documentation;

/// <summary>Documentations frozen under a name, for stages to show. Texts of refusals are not recorded from the service.</summary>
internal static class DocumentationVersionOperations
{
    private const string Template = "/restapis/{restapi_id}/documentation/versions";
    private const string One = $"{Template}/{{doc_version}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateDocumentationVersion", "POST", Template, Create),
        new(Gateway.Service, "GetDocumentationVersions", "GET", Template, List),
        new(Gateway.Service, "GetDocumentationVersion", "GET", One, call => Answer.Ok(Find(call.Region.Api(call["restapi_id"]), call).About, WireJson.Default.DocumentationVersion)),
        new(Gateway.Service, "UpdateDocumentationVersion", "PATCH", One, Update),
        new(Gateway.Service, "DeleteDocumentationVersion", "DELETE", One, Delete),
    ];

    public static void Check(ApiEntry entry, string? version)
    {
        if (version is { Length: > 0 } && !entry.Documentation.Versions.ContainsKey(version))
        {
            throw AwsError.BadRequest("Invalid Documentation version specified");
        }
    }

    private static Answer Create(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        if (call.Body.Text("documentationVersion") is not { Length: > 0 and <= 64 } version)
        {
            throw AwsError.BadRequest("Invalid Documentation version specified: it has 1 to 64 characters");
        }

        if (entry.Documentation.Versions.ContainsKey(version))
        {
            throw AwsError.Conflict($"Documentation version {version} already exists for this REST API");
        }

        FrozenDocumentation frozen = new(new(version, call.Now, call.Body.Text("description")), entry.Documentation.Parts);
        entry = entry with { Documentation = entry.Documentation with { Versions = entry.Documentation.Versions.With(version, frozen) } };
        if (call.Body.Text("stageName") is { Length: > 0 } name)
        {
            var stage = entry.Stages.Find(name) ?? throw AwsError.NotFound("Invalid stage identifier specified");
            entry = entry with { Stages = entry.Stages.With(name, stage with { DocumentationVersion = version }) };
        }

        call.Region.Put(entry);
        return Answer.Created(frozen.About, WireJson.Default.DocumentationVersion);
    }

    private static Answer List(Call call) => Answer.Ok(
        Page<DocumentationVersion>.Of(call, call.Region.Api(call["restapi_id"]).Documentation.Versions, frozen => frozen.About.Version, frozen => frozen.About),
        WireJson.Default.PageDocumentationVersion);

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var frozen = PatchOperation.Of(call).Aggregate(Find(entry, call), (state, patch) => patch is { Op: "replace", Path: "/description" }
            ? state with { About = state.About with { Description = patch.Value } }
            : throw patch.NotSupported("/description"));
        Keep(call, entry, entry.Documentation.Versions.With(frozen.About.Version, frozen));
        return Answer.Ok(frozen.About, WireJson.Default.DocumentationVersion);
    }

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var version = Find(entry, call).About.Version;
        if (entry.Stages.Values.FirstOrDefault(stage => stage.DocumentationVersion == version) is { } user)
        {
            throw AwsError.BadRequest($"Cannot delete documentation version '{version}', is referenced in stage: {user.StageName}");
        }

        Keep(call, entry, entry.Documentation.Versions.Without(version));
        return Answer.Accepted;
    }

    private static void Keep(Call call, ApiEntry entry, Map<FrozenDocumentation> versions) =>
        call.Region.Put(entry with { Documentation = entry.Documentation with { Versions = versions } });

    private static FrozenDocumentation Find(ApiEntry entry, Call call) =>
        entry.Documentation.Versions.Find(call["doc_version"]) ?? throw AwsError.NotFound("Invalid Documentation version specified");
}
