using System.Collections.Concurrent;

namespace Portal.Tests.Aws;

/// <summary>What went over the wire, whatever the SDK calls it.</summary>
internal sealed class SeenCalls
{
    private readonly ConcurrentQueue<string> _calls = new();

    public IReadOnlyList<string> Reads => [.. _calls.Where(IsRead)];

    public IReadOnlyList<string> Writes => [.. _calls.Where(call => !IsRead(call))];

    public void Add(string call) => _calls.Enqueue(call);

    public void Clear() => _calls.Clear();

    private static bool IsRead(string call) => call.StartsWith("GET ", StringComparison.Ordinal);
}

internal sealed class CountingHandler(SeenCalls seen) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        seen.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");

        return base.SendAsync(request, cancellationToken);
    }
}
