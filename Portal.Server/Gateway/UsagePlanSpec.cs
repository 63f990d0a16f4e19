using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A usage plan: how fast and how often the keys in it may call which stages. It is a subject of its own, because it may span APIs.</summary>
internal sealed record UsagePlanSpec(string Id) : Spec
{
    private const string Foreign = "aws:";

    [JsonIgnore]
    public override Address Address => new(Kind.UsagePlan, Id);

    [JsonIgnore]
    public override string Label => $"usage plan {Name}";

    /// <summary>AWS deletes no plan that has stages: they are taken out first.</summary>
    [JsonIgnore]
    public override Spec? Emptied => Stages.Count is 0 ? null : this with { Stages = SortedMap<PlanStageSpec>.Empty };

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>For each key, over all stages and methods of the plan; null sets none.</summary>
    public required ThrottleSpec? Throttle { get; init; }

    /// <summary>For each key, over all stages of the plan; null sets none.</summary>
    public required QuotaSpec? Quota { get; init; }

    /// <summary>By <see cref="StageKey"/>, or by <see cref="ForeignStageKey"/> where the stage is not ours.</summary>
    public required SortedMap<PlanStageSpec> Stages { get; init; }

    /// <summary>Those that the portal sets; null for one that it takes off (<see cref="SpecTags"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<string?>? Tags { get; init; }

    public override Spec AsFarAs(Spec? said) => said is UsagePlanSpec other ? this with { Tags = Tags.AsFarAs(other.Tags) } : this;

    public override Spec LettingGo(Spec before) => before is UsagePlanSpec other ? this with { Tags = Tags.LettingGo(other.Tags) } : this;

    public override Spec AsFound() => this with { Tags = null };

    /// <summary>Whether a stage is in both or in none, with the same limits of methods.</summary>
    public static bool HaveSame(UsagePlanSpec one, UsagePlanSpec other, string key) => (one.Stages.GetValueOrDefault(key), other.Stages.GetValueOrDefault(key)) switch
    {
        (null, null) => true,
        ({ } first, { } second) => first.Methods.SequenceEqual(second.Methods),
        _ => false,
    };

    /// <summary>"api/stage", by the portal's ids.</summary>
    public static string StageKey(string api, string stage) => $"{api}/{stage}";

    /// <summary>"aws:id/name", as AWS has it: somebody put a stage into our plan that does not bear our mark.</summary>
    public static string ForeignStageKey(string restApiId, string stageName) => $"{Foreign}{restApiId}/{stageName}";

    /// <summary>AWS's id of the API and the name of the stage, where the key is a foreign one.</summary>
    public static (string RestApiId, string StageName)? ForeignOf(string key) =>
        key.StartsWith(Foreign, StringComparison.Ordinal) && key[Foreign.Length..].Split('/', 2) is [var restApiId, var stageName] ? (restApiId, stageName) : null;
}

/// <summary>A stage of a plan, with limits for single methods that go before the plan's own.</summary>
internal sealed record PlanStageSpec
{
    /// <summary>By "METHOD /path", as in "GET /pets/{petId}".</summary>
    public required SortedMap<ThrottleSpec> Methods { get; init; }
}

/// <summary>A token bucket.</summary>
internal sealed record ThrottleSpec
{
    /// <summary>Requests per second.</summary>
    public required double RateLimit { get; init; }

    public required int BurstLimit { get; init; }
}

internal sealed record QuotaSpec
{
    public required int Limit { get; init; }

    /// <summary>DAY, WEEK or MONTH.</summary>
    public required string Period { get; init; }

    public required int Offset { get; init; }
}
