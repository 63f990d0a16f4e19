using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Admin;

/// <summary>The operations of the control plane in the order in which they were answered; the last hundred thousand. Thread-safe.</summary>
internal sealed class CallLog
{
    private const int Most = 100_000;

    private readonly Lock _gate = new();
    private readonly Queue<CallRecord> _calls = new();
    private long _last;

    public void Add(CallRecord call)
    {
        lock (_gate)
        {
            _calls.Enqueue(call with { Number = ++_last });
            if (_calls.Count > Most)
            {
                _calls.Dequeue();
            }
        }
    }

    public IReadOnlyList<CallRecord> After(long number)
    {
        lock (_gate)
        {
            return [.. _calls.Where(call => call.Number > number)];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }
}

/// <summary>One call. <see cref="Status"/> is what the work ended with, or 0 if a fault kept it from being done or the caller gave up.</summary>
internal sealed record CallRecord
{
    private static readonly string[] ReadingWords = ["Get", "List", "Describe", "Filter", "Lookup"];

    public long Number { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    public required string Operation { get; init; }

    public required string Verb { get; init; }

    /// <summary>The path that was called, decoded.</summary>
    public required string Resource { get; init; }

    public required int Status { get; init; }

    public FaultKind? Fault { get; init; }

    public required bool IsRead { get; init; }

    /// <summary>Whether an operation only looks: of API Gateway by its verb, of the others by its name.</summary>
    public static bool Reads(Operation operation, string verb) =>
        operation.Service is Gateway.Service ? verb is "GET" or "HEAD" : operation.Name is "AssumeRole" || ReadingWords.Any(word => operation.Name.StartsWith(word, StringComparison.Ordinal));
}

internal sealed record CallList(IReadOnlyList<CallRecord> Calls);
