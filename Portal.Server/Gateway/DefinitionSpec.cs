using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>The definition of an API, of whatever protocol: what a deployment freezes and a stage then serves. Rooms that only move it along need no more of it than stands here.</summary>
internal abstract record DefinitionSpec : Spec
{
    /// <summary>As AWS has it.</summary>
    [JsonIgnore]
    public abstract string NameInAws { get; }

    /// <summary>Its description.</summary>
    [JsonIgnore]
    public abstract string? About { get; }

    /// <summary>As in "GET /pets".</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> RouteKeys { get; }

    /// <summary>Addresses, links and roles of integrations and authorizers: where stage variables stand.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string?> Targets { get; }

    /// <summary>What routes call without a role; among it functions, which must then allow it themselves.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string?> Functions { get; }

    /// <summary>The same of authorizers.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string?> AuthorizerFunctions { get; }

    /// <summary>Those that the portal sets; null for one that it takes off (<see cref="SpecTags"/>). They are no part of what is deployed.</summary>
    public abstract SortedMap<string?>? Tags { get; init; }

    /// <summary>Integrations that AWS has and no route names, in words: the next write of the definition deletes them. Known of what was just read, and no part of what is compared or stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Loose { get; init; } = [];

    public override Spec AsFarAs(Spec? said) => said is DefinitionSpec other ? this with { Tags = Tags.AsFarAs(other.Tags) } : this;

    public override Spec LettingGo(Spec before) => before is DefinitionSpec other ? this with { Tags = Tags.LettingGo(other.Tags) } : this;

    public override Spec AsFound() => Untagged();

    /// <summary>Without its tags, which no deployment freezes.</summary>
    public DefinitionSpec Untagged() => this with { Tags = null };
}
