using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Resources;

/// <summary>A resource in an answer: with its methods if <c>embed=methods</c> was asked for, else with their verbs only.</summary>
internal sealed record ShownResource
{
    public required string Id { get; init; }

    public string? ParentId { get; init; }

    public string? PathPart { get; init; }

    public required string Path { get; init; }

    /// <summary>A map of <see cref="Method"/> or of <see cref="Unseen"/>.</summary>
    public object? ResourceMethods { get; init; }

    public static ShownResource Of(Resource resource, bool embed) => new()
    {
        Id = resource.Id,
        ParentId = resource.ParentId,
        PathPart = resource.PathPart,
        Path = resource.Path,
        ResourceMethods = embed
            ? resource.ResourceMethods
            : resource.ResourceMethods is { } methods ? Map<Unseen>.Of(methods.Keys.Select(verb => KeyValuePair.Create(verb, new Unseen()))) : null,
    };
}

/// <summary>A method whose content was not asked for: <c>{}</c>.</summary>
internal sealed record Unseen;
