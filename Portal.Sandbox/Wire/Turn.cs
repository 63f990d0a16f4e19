using Portal.Sandbox.Access;
using Portal.Sandbox.Admin;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.Wire;

/// <summary>One call on its way through the dispatcher.</summary>
internal sealed class Turn
{
    public required HttpContext Http { get; init; }

    public required CallScope Scope { get; set; }

    public required Protocol Protocol { get; init; }

    public required string[] Segments { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The content as JSON, once the caller is known.</summary>
    public ReadOnlyMemory<byte> Input { get; set; }

    /// <summary>Null until it is known who calls.</summary>
    public Caller? Caller { get; set; }

    public FaultRule? Struck { get; set; }

    /// <summary>Null until it is known, and for ever if a fault keeps it from being done.</summary>
    public Answer? Answer { get; set; }

    public AwsError? Error { get; private set; }

    public void Refuse(AwsError error)
    {
        Error = error;
        Answer = Protocol.Refused(error);
    }
}
