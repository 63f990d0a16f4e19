using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Resources;

/// <summary>A path of an API with its methods, by verb. The root has neither parent nor part.</summary>
internal sealed record Resource
{
    public required string Id { get; init; }

    public string? ParentId { get; init; }

    public string? PathPart { get; init; }

    public required string Path { get; init; }

    public Map<Method>? ResourceMethods { get; init; }

    public static Resource Root() => new() { Id = Ids.Long(), Path = "/" };
}
