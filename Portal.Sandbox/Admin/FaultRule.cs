using System.Text.Json.Serialization;

namespace Portal.Sandbox.Admin;

/// <summary>What happens to a call instead of, or after, its work.</summary>
internal enum FaultKind
{
    /// <summary>429 TooManyRequestsException, nothing done.</summary>
    [JsonStringEnumMemberName("429")]
    TooManyRequests,

    /// <summary>500 InternalFailure, nothing done.</summary>
    [JsonStringEnumMemberName("500")]
    InternalFailure,

    /// <summary>No answer until the caller gives up, nothing done.</summary>
    [JsonStringEnumMemberName("timeout-before")]
    TimeoutBefore,

    /// <summary>Done, but no answer until the caller gives up.</summary>
    [JsonStringEnumMemberName("timeout-after")]
    TimeoutAfter,

    /// <summary>The connection is cut, nothing done.</summary>
    [JsonStringEnumMemberName("reset-before")]
    ResetBefore,

    /// <summary>Done, then the connection is cut.</summary>
    [JsonStringEnumMemberName("reset-after")]
    ResetAfter,
}

/// <summary>
/// Which calls fail, and how. With <see cref="Nth"/> the n-th call from now on (the first is 1) and, with <see cref="Count"/>, those after it;
/// with <see cref="Probability"/> each call by chance; with <see cref="Count"/> alone the next so many calls; with none of them all.
/// </summary>
internal sealed record FaultRule
{
    /// <summary>The operation's name, or "*".</summary>
    public required string Operation { get; init; }

    public required FaultKind Kind { get; init; }

    public int? Nth { get; init; }

    public int? Count { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Makes chance repeatable.</summary>
    public int? Seed { get; init; }
}
