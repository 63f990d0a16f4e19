using System.Text.Json.Serialization;

namespace Portal.Sandbox.Traffic;

/// <summary>What is to be made up, or to be called: a history up to now, calls from now on, or both.</summary>
internal sealed record TrafficOrder
{
    public const int MostDays = 14;
    public const int MostCalls = 1_000_000;
    public const int MostConsumers = 100;

    public string? Account { get; init; }

    /// <summary>All that have stages, if none is named.</summary>
    public string? Region { get; init; }

    /// <summary>"api/stage" by ids; all that are deployed, if none is named.</summary>
    public IReadOnlyList<string>? Stages { get; init; }

    /// <summary>How many days of history; none makes none.</summary>
    public int? Days { get; init; }

    /// <summary>Of each stage on an average day.</summary>
    public int? CallsPerDay { get; init; }

    /// <summary>The same seed makes the same history.</summary>
    public int? Seed { get; init; }

    /// <summary>How many keys are made where a stage demands one and none opens it.</summary>
    public int? Consumers { get; init; }

    /// <summary>Whether one stage has an incident in its last hours.</summary>
    public bool? Incident { get; init; }

    public LiveOrder? Live { get; init; }

    /// <summary>What is wrong with it, in a sentence.</summary>
    [JsonIgnore]
    public string? Fault => this switch
    {
        { Days: < 1 or > MostDays } => $"days is 1 to {MostDays}.",
        { CallsPerDay: < 1 or > MostCalls } => $"callsPerDay is 1 to {MostCalls}.",
        { Consumers: < 0 or > MostConsumers } => $"consumers is 0 to {MostConsumers}.",
        { Live.Rate: <= 0 or > LiveOrder.MostRate } => $"live.rate is more than 0 and at most {LiveOrder.MostRate} calls a second.",
        { Live.Seconds: < 1 or > LiveOrder.MostSeconds } => $"live.seconds is 1 to {LiveOrder.MostSeconds}.",
        { Days: null, Live: null } => "Neither days of history nor live calls are asked for.",
        _ => null,
    };
}

/// <summary>Real calls, so many a second over all stages together, for so long.</summary>
internal sealed record LiveOrder(double Rate, int Seconds)
{
    public const int MostRate = 500;
    public const int MostSeconds = 24 * 60 * 60;
}

/// <summary>What was made up.</summary>
internal sealed record TrafficReport
{
    public required IReadOnlyList<StageReport> Stages { get; init; }

    /// <summary>Ids of keys that were made for it.</summary>
    public required IReadOnlyList<string> KeysMade { get; init; }

    public IncidentReport? Incident { get; init; }

    /// <summary>Real calls that were begun with this order or before, and go on.</summary>
    public LiveReport? Live { get; init; }
}

internal sealed record StageReport(string ApiId, string Api, string Stage, DateTimeOffset From, DateTimeOffset To)
{
    public long Calls { get; init; }

    public long ClientErrors { get; init; }

    public long ServerErrors { get; init; }

    /// <summary>Calls that count for a usage plan.</summary>
    public long Counted { get; init; }

    /// <summary>Lines of the access log; none where the stage has no log.</summary>
    public long Lines { get; init; }
}

internal sealed record IncidentReport(string ApiId, string Stage, DateTimeOffset From, DateTimeOffset To);

internal sealed record LiveReport(DateTimeOffset From, DateTimeOffset To, double Rate, long Calls, long Errors, long Skipped, bool Runs);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TrafficOrder))]
[JsonSerializable(typeof(TrafficReport))]
[JsonSerializable(typeof(MadeHistory))]
internal sealed partial class TrafficJson : JsonSerializerContext;

/// <summary>The span in which a stage's calls were made up, so that asking twice does not make them twice.</summary>
internal sealed record MadeHistory(DateTimeOffset From, DateTimeOffset To);
