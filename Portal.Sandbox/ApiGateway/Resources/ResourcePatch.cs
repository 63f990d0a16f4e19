using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Resources;

/// <summary>Renaming a path or hanging it elsewhere; what is below follows.</summary>
internal static class ResourcePatch
{
    public static ApiDefinition Apply(ApiDefinition definition, string id, PatchOperation patch)
    {
        var resource = definition.Resource(id);
        return patch switch
        {
            { Op: not "replace" } or { Path: not ("/pathPart" or "/parentId") } => throw patch.NotSupported("/parentId", "/pathPart"),
            { Path: "/pathPart" } when resource.ParentId is null => throw AwsError.BadRequest("Root resource cannot update its pathPart."),
            { Path: "/parentId" } when resource.ParentId is null => throw AwsError.BadRequest("Root resource cannot update its parentId."),
            { Path: "/pathPart" } => Moved(definition, resource, definition.Resource(resource.ParentId!), patch.Value ?? ""),
            _ => Moved(definition, resource, definition.Resource(patch.Value ?? ""), resource.PathPart!),
        };
    }

    public static bool IsBelow(Resource resource, Resource above) => resource.Path.StartsWith($"{above.Path.TrimEnd('/')}/", StringComparison.Ordinal);

    private static ApiDefinition Moved(ApiDefinition definition, Resource resource, Resource parent, string part)
    {
        if (parent.Id == resource.Id || IsBelow(parent, resource))
        {
            throw AwsError.BadRequest("Resources cannot be cyclical.");
        }

        ResourceRules.CheckChild(definition, parent, part, resource.Id);
        var path = ResourceRules.PathBelow(parent, part);
        var moved = definition.Resources.Values.Select(other =>
            other.Id == resource.Id ? other with { ParentId = parent.Id, PathPart = part, Path = path }
            : IsBelow(other, resource) ? other with { Path = path + other.Path[resource.Path.Length..] }
            : other);
        return definition with { Resources = Map<Resource>.Of(moved.Select(other => KeyValuePair.Create(other.Id, other))) };
    }
}
