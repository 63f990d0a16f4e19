using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A part of a stage's calls that goes to another deployment. The portal makes none: it only takes away what somebody else made, and brings that back.</summary>
internal sealed record CanarySpec
{
    /// <summary>That there is none.</summary>
    public static CanarySpec None { get; } = new() { PercentTraffic = 0, Deployment = null, Overrides = SortedMap<string>.Empty, UseStageCache = false };

    public required double PercentTraffic { get; init; }

    /// <summary>AWS's id of the deployment, which is seldom the portal's; null where there is no canary.</summary>
    public required string? Deployment { get; init; }

    /// <summary>Variables that are otherwise for its calls.</summary>
    public required SortedMap<string> Overrides { get; init; }

    public required bool UseStageCache { get; init; }

    [JsonIgnore]
    public bool IsThere => Deployment is not null;

    public bool Equals(CanarySpec? other) =>
        other is not null && (PercentTraffic, Deployment, UseStageCache) == (other.PercentTraffic, other.Deployment, other.UseStageCache) && Overrides.SequenceEqual(other.Overrides);

    public override int GetHashCode() => HashCode.Combine(PercentTraffic, Deployment, Overrides.Count, UseStageCache);
}
