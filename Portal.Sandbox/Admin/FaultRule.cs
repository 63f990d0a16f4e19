using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Sandbox.Wire;

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

    /// <summary>Done as usual, but so many milliseconds later.</summary>
    [JsonStringEnumMemberName("delay")]
    Delay,
}

/// <summary>
/// Which calls fail, and how. With <see cref="Nth"/> the n-th call from now on (the first is 1) and, with <see cref="Count"/>, those after it;
/// with <see cref="Every"/> each so many-th; with <see cref="Probability"/> each by chance; with <see cref="Count"/> alone the next so many calls; with none of them all.
/// </summary>
internal sealed record FaultRule
{
    private const int LongestDelay = 600_000;

    /// <summary>The operation's name, or "*".</summary>
    public required string Operation { get; init; }

    public required FaultKind Kind { get; init; }

    public int? Nth { get; init; }

    public int? Count { get; init; }

    /// <summary>Of the calls that the others leave, every so many-th.</summary>
    public int? Every { get; init; }

    /// <summary>How much later a delayed call is done.</summary>
    public int? Milliseconds { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Makes chance repeatable.</summary>
    public int? Seed { get; init; }

    /// <summary>Throws <see cref="FormatException"/> for what makes no sense.</summary>
    public static FaultRule Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WireJson.Default.FaultRule) switch
            {
                null or { Nth: < 1 } or { Count: < 1 } or { Every: < 1 } or { Probability: < 0 or > 1 } => throw new FormatException("nth, count and every start at 1, probability is 0 to 1."),
                { Milliseconds: < 0 or > LongestDelay } or { Kind: FaultKind.Delay, Milliseconds: null } or { Kind: not FaultKind.Delay, Milliseconds: not null } => throw new FormatException("A delay, and it alone, has milliseconds: 0 to 600000."),
                var rule => rule,
            };
        }
        catch (JsonException)
        {
            throw new FormatException("""A fault is {"operation": "*" or a name, "kind": "429" | "500" | "timeout-before" | "timeout-after" | "reset-before" | "reset-after" | "delay", "nth"?, "count"?, "every"?, "probability"?, "seed"?, "milliseconds"?}.""");
        }
    }
}
