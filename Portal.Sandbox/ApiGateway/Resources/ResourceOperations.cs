using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Resources;

/// <summary>The paths of an API.</summary>
internal static class ResourceOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "GetResources", "GET", "/restapis/{restapi_id}/resources", List),
        new(Gateway.Service, "GetResource", "GET", "/restapis/{restapi_id}/resources/{resource_id}", Get),
        new(Gateway.Service, "CreateResource", "POST", "/restapis/{restapi_id}/resources/{parent_id}", Create),
        new(Gateway.Service, "UpdateResource", "PATCH", "/restapis/{restapi_id}/resources/{resource_id}", Update),
        new(Gateway.Service, "DeleteResource", "DELETE", "/restapis/{restapi_id}/resources/{resource_id}", Delete),
    ];

    private static Answer List(Call call)
    {
        var definition = call.Region.Api(call["restapi_id"]).Definition;
        var embed = EmbedsMethods(call);
        return Answer.Ok(Page<ShownResource>.Of(call, definition.Resources, resource => resource.Id, resource => ShownResource.Of(resource, embed)), WireJson.Default.PageShownResource);
    }

    private static Answer Get(Call call) => Shown(call, call.Region.Api(call["restapi_id"]).Definition.Resource(call["resource_id"]));

    private static Answer Create(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var parent = entry.Definition.Resource(call["parent_id"]);
        var part = call.Body.Text("pathPart") ?? "";
        ResourceRules.CheckChild(entry.Definition, parent, part);
        Limits.Check(entry.Definition.Resources.Count + 1, Limits.Resources, "resources", "this API");
        var resource = new Resource { Id = Ids.Short(), ParentId = parent.Id, PathPart = part, Path = ResourceRules.PathBelow(parent, part) };
        call.Region.Put(entry with { Definition = entry.Definition.With(resource) });
        return Answer.Created(resource, WireJson.Default.Resource);
    }

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        entry.Definition.Resource(call["resource_id"]);
        var definition = PatchOperation.Of(call).Aggregate(entry.Definition, (state, patch) => ResourcePatch.Apply(state, call["resource_id"], patch));
        call.Region.Put(entry with { Definition = definition });
        return Shown(call, definition.Resource(call["resource_id"]));
    }

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var resource = entry.Definition.Resource(call["resource_id"]);
        if (resource.ParentId is null)
        {
            throw AwsError.BadRequest("Root resource cannot be deleted.");
        }

        var left = entry.Definition.Resources.Values.Where(other => other.Id != resource.Id && !ResourcePatch.IsBelow(other, resource));
        call.Region.Put(entry with { Definition = entry.Definition with { Resources = Map<Resource>.Of(left.Select(other => KeyValuePair.Create(other.Id, other))) } });
        return Answer.Accepted;
    }

    private static Answer Shown(Call call, Resource resource) => Answer.Ok(ShownResource.Of(resource, EmbedsMethods(call)), WireJson.Default.ShownResource);

    private static bool EmbedsMethods(Call call) => call.Query["embed"].Any(value => value?.Split(',').Contains("methods", StringComparer.Ordinal) is true);
}
