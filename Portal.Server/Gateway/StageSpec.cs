using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A stage of an API: which deployment it serves, and its variables and settings, which need no deployment.</summary>
internal sealed record StageSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.Stage, Id);

    [JsonIgnore]
    public override Address Subject => new(Kind.RestApi, Api);

    [JsonIgnore]
    public override string Label => $"stage {Name}";

    /// <summary>The portal's id of the API.</summary>
    public required string Api { get; init; }

    /// <summary>Letters, digits and underscore. It cannot change: another name is another stage.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the <see cref="DeploymentSpec"/> that it serves; null where it serves a deployment that is not ours.</summary>
    public required string? Deployment { get; init; }

    public required string? Description { get; init; }

    public required SortedMap<string> Variables { get; init; }
}
