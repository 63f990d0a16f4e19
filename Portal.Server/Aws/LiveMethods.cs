using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>The resources of an API as routes: AWS's ids replaced by names, and only those paths kept by themselves that lead to no method.</summary>
internal sealed class LiveMethods
{
    private readonly Dictionary<string, string> _validators;
    private readonly Dictionary<string, string> _authorizers;

    public LiveMethods(IReadOnlyList<Resource> resources, IReadOnlyList<RequestValidator> validators, IReadOnlyList<Authorizer> authorizers)
    {
        _validators = validators.ToDictionary(validator => validator.Id, validator => validator.Name);
        _authorizers = authorizers.ToDictionary(authorizer => authorizer.Id, authorizer => authorizer.Name);

        Methods = new SortedMap<MethodSpec>(
            from resource in resources
            from method in resource.ResourceMethods ?? []
            select KeyValuePair.Create($"{method.Key} {resource.Path}", Of(resource, method.Value)));

        EmptyResources = Empty(resources);
    }

    public SortedMap<MethodSpec> Methods { get; }

    public IReadOnlyList<string> EmptyResources { get; }

    public IReadOnlySet<string> ModelsInUse => Methods.Values
        .SelectMany(method => method.RequestModels.Values.Concat(method.Responses.Values.SelectMany(response => response.Models.Values)))
        .ToHashSet(StringComparer.Ordinal);

    private static List<string> Empty(IReadOnlyList<Resource> resources)
    {
        var parents = resources.ToDictionary(resource => resource.Id, resource => resource.ParentId);
        var inUse = new HashSet<string>();

        foreach (var resource in resources.Where(resource => resource.ResourceMethods is { Count: > 0 }))
        {
            for (var id = resource.Id; id is not null && inUse.Add(id); id = parents.GetValueOrDefault(id))
            {
            }
        }

        // The root is always there.
        return [.. resources.Where(resource => resource.Path is not "/" && !inUse.Contains(resource.Id)).Select(resource => resource.Path)];
    }

    private MethodSpec Of(Resource resource, Method method) => new()
    {
        OperationName = method.OperationName,
        AuthorizationType = method.AuthorizationType ?? "",
        Authorizer = method.AuthorizerId is { } authorizer ? _authorizers.GetValueOrDefault(authorizer, authorizer) : null,
        AuthorizationScopes = method.AuthorizationScopes ?? [],
        ApiKeyRequired = method.ApiKeyRequired ?? false,
        RequestValidator = method.RequestValidatorId is { } validator ? _validators.GetValueOrDefault(validator, validator) : null,
        RequestParameters = new(method.RequestParameters ?? []),
        RequestModels = LiveParts.Texts(method.RequestModels),
        Responses = new(
            from response in method.MethodResponses ?? []
            select KeyValuePair.Create(response.Key, new MethodResponseSpec { Parameters = new(response.Value.ResponseParameters ?? []), Models = LiveParts.Texts(response.Value.ResponseModels) })),
        Integration = method.MethodIntegration is { } integration ? LiveParts.Of(integration, resource.Id) : null,
    };
}
