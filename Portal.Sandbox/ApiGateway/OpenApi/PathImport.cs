using System.Text.Json;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Paths become a tree of resources. A path that was there before keeps its ids.</summary>
internal sealed class PathImport(OpenApiDocument document, MethodImport methods, ImportLog log)
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    private readonly Dictionary<string, Resource> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Resource>> _children = new(StringComparer.Ordinal);
    private readonly HashSet<string> _operationIds = new(StringComparer.Ordinal);
    private Dictionary<string, Resource> _before = [];

    /// <summary>The verb of a member of a path; null for one that is no operation.</summary>
    public static string? VerbOf(string member) => member is "x-amazon-apigateway-any-method" ? "ANY" : Verbs.Contains(member) ? member.ToUpperInvariant() : null;

    /// <summary>Resources that are kept whatever the document says: all of them for a merge, the root for an overwrite.</summary>
    public void Keep(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            Add(resource);
        }
    }

    public void KeepIdsOf(IEnumerable<Resource> resources) => _before = resources.ToDictionary(resource => resource.Path, StringComparer.Ordinal);

    public IEnumerable<Resource> Read(string prefix)
    {
        foreach (var path in document.Root.Member("paths").Members().Where(path => !path.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            var full = prefix + path.Name;
            if (!path.Name.StartsWith('/'))
            {
                log.Error($"Unable to create resource at path '{path.Name}': a path starts with /");
            }
            else if (path.Value.Member("$ref").IsThere())
            {
                log.Error($"Unable to create resource at path '{full}': references to path items are not supported");
            }
            else
            {
                log.Try($"create resource at path '{full}'", () => ReadMethods(full, ResourceAt(full), path.Value));
            }
        }

        return _byPath.Values.Select(Shared);
    }

    /// <summary>The old object if nothing of it changed, so that deployments before and after share it.</summary>
    private Resource Shared(Resource resource) =>
        _before.TryGetValue(resource.Path, out var before)
        && !ReferenceEquals(before, resource)
        && JsonSerializer.SerializeToUtf8Bytes(before, WireJson.Default.Resource).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(resource, WireJson.Default.Resource))
            ? before
            : resource;

    private Resource ResourceAt(string path)
    {
        var resource = _byPath["/"];
        foreach (var part in path.Trim('/') is { Length: > 0 } parts ? parts.Split('/') : [])
        {
            var below = ResourceRules.PathBelow(resource, part);
            if (!_byPath.TryGetValue(below, out var child))
            {
                ResourceRules.CheckChild(resource, part, _children.GetValueOrDefault(resource.Id) ?? []);
                child = Add(new() { Id = _before.GetValueOrDefault(below)?.Id ?? Ids.Short(), ParentId = resource.Id, PathPart = part, Path = below });
            }

            resource = child;
        }

        return resource;
    }

    private Resource Add(Resource resource)
    {
        _byPath[resource.Path] = resource;
        if (resource.ParentId is { } parent)
        {
            if (!_children.TryGetValue(parent, out var siblings))
            {
                _children[parent] = siblings = [];
            }

            siblings.Add(resource);
        }

        return resource;
    }

    private void ReadMethods(string path, Resource resource, JsonElement item)
    {
        var read = resource.ResourceMethods ?? Map<Method>.Empty;
        foreach (var member in item.Members())
        {
            var verb = VerbOf(member.Name);
            if (member.Name is "trace")
            {
                log.Warn($"Method 'TRACE' on resource at path '{path}' is not supported and was ignored");
            }

            if (verb is null || member.Value.ValueKind is not JsonValueKind.Object)
            {
                continue;
            }

            if (member.Value.Member("operationId").Text() is { } id && !_operationIds.Add(id))
            {
                log.Error($"Parse issue: attribute paths.'{path}'({member.Name}).operationId is repeated");
            }

            log.Try($"put method '{verb}' on resource at path '{path}'", () =>
            {
                var method = methods.Read(verb, item, member.Value);
                read = read.With(verb, WithIntegration(path, resource.Id, method, member.Value));
            });
        }

        _byPath[resource.Path] = resource with { ResourceMethods = read.OrNull() };
    }

    private Method WithIntegration(string path, string resourceId, Method method, JsonElement operation)
    {
        if (operation.Member("x-amazon-apigateway-integration") is not { ValueKind: JsonValueKind.Object } extension)
        {
            return method;
        }

        log.Try($"put integration on '{method.HttpMethod}' for resource at path '{path}'", () =>
        {
            var integration = IntegrationImport.Read(extension, method, resourceId);
            List<IntegrationResponse> responses = [];
            foreach (var response in extension.Member("responses").Members())
            {
                log.Try($"put integration response on '{method.HttpMethod}' for resource at path '{path}'", () => responses.Add(IntegrationImport.ReadResponse(response, method)));
            }

            method = method with
            {
                MethodIntegration = integration with { IntegrationResponses = Map<IntegrationResponse>.Of(responses.Select(response => KeyValuePair.Create(response.StatusCode, response))).OrNull() },
            };
        });
        return method;
    }
}
