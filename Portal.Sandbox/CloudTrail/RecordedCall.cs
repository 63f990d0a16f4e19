using Portal.Sandbox.Access;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudTrail;

/// <summary>A call that is over, with all that is told of it.</summary>
internal sealed record RecordedCall
{
    public required Operation Operation { get; init; }

    public required Caller Caller { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required bool IsRead { get; init; }

    public required IReadOnlyDictionary<string, string> Path { get; init; }

    public required IQueryCollection Query { get; init; }

    public required ReadOnlyMemory<byte> Input { get; init; }

    public required Answer? Answer { get; init; }

    public required AwsError? Error { get; init; }

    public required string RequestId { get; init; }

    public required string SourceAddress { get; init; }

    public required string UserAgent { get; init; }
}
