using System.Globalization;

namespace Portal.Sandbox.Traffic;

/// <summary>A call that nobody made, or an event of a connection that nobody opened, with what the access log may say of it.</summary>
internal sealed record MadeCall
{
    public required CalledStage Stage { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>CONNECT, MESSAGE or DISCONNECT; null of a call.</summary>
    public string? Event { get; init; }

    public MadeConnection? Connection { get; init; }

    /// <summary>Null where no route was found.</summary>
    public required CalledRoute? Route { get; init; }

    public required string Path { get; init; }

    public required int Status { get; init; }

    /// <summary>Null where it came without a key that is known.</summary>
    public Consumer? Consumer { get; init; }

    public MadeFault? Fault { get; init; }

    public required long Latency { get; init; }

    /// <summary>Null where the integration was not asked.</summary>
    public long? IntegrationLatency { get; init; }

    public required long Length { get; init; }

    public bool IsCanary { get; init; }

    public required int Caller { get; init; }

    public required byte[] RequestId { get; init; }

    public bool IsClientError => Status is >= 400 and < 500;

    public bool IsServerError => Status >= 500;

    /// <summary>Null where the integration did not answer.</summary>
    public int? IntegrationStatus => IntegrationLatency is null || Fault is not null ? null : Status is 101 ? 200 : Status;

    /// <summary>The end of a connection is no call.</summary>
    public bool IsCall => Event is not "DISCONNECT";

    /// <summary>Of a WebSocket API connections do, messages do not.</summary>
    public bool CountsForPlan => Consumer is not null && Status is not 429 && Event is (null or "CONNECT");

    /// <summary>The id of a request as version 2 of the service has it.</summary>
    public string ShortId => Convert.ToBase64String(RequestId, 0, 11);

    public string? Value(string name) => Stage.Value(this, name);

    public static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Id">As logs name it.</param>
/// <param name="At">When it was opened.</param>
internal sealed record MadeConnection(string Id, DateTimeOffset At);
