using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A stage of an API: which deployment it serves, and its variables and settings, which need no deployment.</summary>
internal sealed record StageSpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.Stage, Id);

    [JsonIgnore]
    public override Address Subject => new(ApiKind ?? Kind.RestApi, Api);

    [JsonIgnore]
    public override string Label => $"stage {Name}";

    /// <summary>The portal's id of the API.</summary>
    public required string Api { get; init; }

    /// <summary>What the API is; null is a REST API, and not said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Kind? ApiKind { get; init => field = value is Kind.RestApi ? null : value; }

    /// <summary>Letters, digits and underscore; of an HTTP API also $default, which is called without a name. It cannot change: another name is another stage.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the <see cref="DeploymentSpec"/> that it serves; null where it serves a deployment that is not ours.</summary>
    public required string? Deployment { get; init; }

    public required string? Description { get; init; }

    public required SortedMap<string> Variables { get; init; }

    /// <summary>Where each call is written down; null where nowhere.</summary>
    public required AccessLogSpec? AccessLog { get; init; }

    /// <summary>Null where the portal leaves them as they are in AWS; of a stage as AWS has it, where nothing is set. Stages of HTTP and WebSocket APIs have settings of methods alone, by route key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageSettingsSpec? Settings { get; init; }

    /// <summary>Those that the portal sets; null for one that it takes off (<see cref="SpecTags"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<string?>? Tags { get; init; }

    /// <summary>Null where nothing is said of it, and it stays as it is; of a stage as AWS has it, where there is none. Only a change set that is about it says something.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CanarySpec? Canary { get; init; }

    public override Spec AsFarAs(Spec? said) => said is StageSpec other
        ? this with
        {
            Settings = other.Settings is null ? null : Settings ?? StageSettingsSpec.None,
            Tags = Tags.AsFarAs(other.Tags),
            Canary = other.Canary is null ? null : Canary ?? CanarySpec.None,
        }
        : this;

    public override Spec LettingGo(Spec before) => before is StageSpec other ? this with { Tags = Tags.LettingGo(other.Tags) } : this;

    public override Spec AsFound() => this with { Settings = Settings ?? StageSettingsSpec.None, Tags = null, Canary = null };

    public override Spec AsLeft() => this with { Canary = null };
}

/// <summary>A line for each call of a stage.</summary>
internal sealed record AccessLogSpec
{
    /// <summary>The ARN of a log group.</summary>
    public required string DestinationArn { get; init; }

    /// <summary>What the line says, with $context for what differs from call to call.</summary>
    public required string Format { get; init; }
}
