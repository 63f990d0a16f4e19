namespace Portal.Server.Traffic;

/// <summary>What is known of calls that have something in common.</summary>
internal sealed class CallFacts
{
    public long Requests { get; private set; }

    /// <summary>Answered with a status of 400 to 499.</summary>
    public long ClientErrors { get; private set; }

    /// <summary>Answered with a status of 500 or more.</summary>
    public long ServerErrors { get; private set; }

    /// <summary>Milliseconds of all calls together whose latency is known.</summary>
    public long LatencySum { get; private set; }

    public Histogram Latencies { get; private init; } = new();

    public void Add(AccessLogLine call)
    {
        Requests++;
        ClientErrors += call.Status is >= 400 and < 500 ? 1 : 0;
        ServerErrors += call.Status >= 500 ? 1 : 0;

        if (call.Latency is { } latency)
        {
            LatencySum += latency;
            Latencies.Add(latency);
        }
    }

    public void Add(CallFacts others)
    {
        Requests += others.Requests;
        ClientErrors += others.ClientErrors;
        ServerErrors += others.ServerErrors;
        LatencySum += others.LatencySum;
        Latencies.Add(others.Latencies);
    }

    public static CallFacts Of(long requests, long clientErrors, long serverErrors, long latencySum, byte[] latencies) => new()
    {
        Requests = requests,
        ClientErrors = clientErrors,
        ServerErrors = serverErrors,
        LatencySum = latencySum,
        Latencies = Histogram.Of(latencies),
    };
}

/// <summary>Whose calls they are: those that one key made of a stage.</summary>
/// <param name="Stage">The portal's id.</param>
/// <param name="Key">AWS's id of the API key; null for calls without one.</param>
internal readonly record struct Caller(Guid Stage, string? Key);
