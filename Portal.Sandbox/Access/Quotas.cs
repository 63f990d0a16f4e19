using System.Collections.Concurrent;
using System.Text.Json;
using Portal.Sandbox.Admin;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.Execution;
using Portal.Sandbox.Wire;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.Access;

/// <summary>AWS's quotas of control-plane calls, for each account and Region: ten a second and forty at once for all of API Gateway together, and less for some operations.</summary>
internal sealed class Quotas(Controls controls, TimeProvider time)
{
    /// <summary>What an operation that is no other's counts in.</summary>
    private const string All = "*";

    private static readonly Dictionary<string, ThrottleSettings> Limits = new(StringComparer.Ordinal)
    {
        [All] = new(10, 40),
        ["CreateRestApi"] = Every(3),
        ["CreateRestApi EDGE"] = Every(30),
        ["ImportRestApi"] = Every(3),
        ["ImportRestApi EDGE"] = Every(30),
        ["PutRestApi"] = Every(1),
        ["DeleteRestApi"] = Every(30),
        ["CreateDeployment"] = Every(5),
        ["CreateResource"] = new(5, 5),
        ["DeleteResource"] = new(5, 5),
        ["GetResources"] = new(2.5, 5),
        ["CreateApiKey"] = new(5, 5),
        ["DeleteApiKey"] = new(5, 5),
        ["UpdateUsagePlan"] = Every(20),
        ["UpdateAccount"] = Every(20),
        ["CreateDocumentationVersion"] = Every(20),
        ["ImportDocumentationParts"] = Every(30),
        ["CreateDomainName"] = Every(30),
        ["UpdateDomainName"] = Every(30),
        ["DeleteDomainName"] = Every(30),
        ["CreateVpcLink v2"] = Every(15),
        ["DeleteVpcLink v2"] = Every(30),
        ["LookupEvents"] = new(2, 2),
    };

    private readonly ConcurrentDictionary<(string Account, string Region, string Name), TokenBucket> _buckets = new();

    public void Check(CallScope scope, Operation operation, IQueryCollection query, ReadOnlyMemory<byte> input, Protocol protocol)
    {
        if (!controls.Settings.Quotas)
        {
            return;
        }

        List<TokenBucket> taken = [];
        foreach (var name in Names(operation, query, input))
        {
            var bucket = _buckets.GetOrAdd((scope.Account, scope.Region, name), _ => new(time));
            if (!bucket.TryTake(Limits[name]))
            {
                // What is refused by one uses nothing of the other.
                taken.ForEach(other => other.GiveBack());
                throw Refusal(protocol, Limits[name]);
            }

            taken.Add(bucket);
        }
    }

    /// <summary>They are full again.</summary>
    public void Reset() => _buckets.Clear();

    public static AwsError Refusal(Protocol protocol, ThrottleSettings? limit = null) => protocol is RestJson
        ? new(429, "TooManyRequestsException", "Too Many Requests") { RetryAfter = Math.Max(1, (int)Math.Ceiling(1 / (limit?.RateLimit ?? 1))) }
        : new(400, "ThrottlingException", "Rate exceeded") { QueryCode = "Throttling" };

    private static IEnumerable<string> Names(Operation operation, IQueryCollection query, ReadOnlyMemory<byte> input)
    {
        if (operation.Service is Gateway.Service)
        {
            yield return All;
        }

        var own = operation.Name switch
        {
            "CreateRestApi" when IsEdge(Types(input)) => "CreateRestApi EDGE",
            "ImportRestApi" when IsEdge(query["endpointConfigurationTypes"].ToString()) => "ImportRestApi EDGE",
            "CreateVpcLink" or "DeleteVpcLink" when operation.Template.StartsWith("/v2/", StringComparison.Ordinal) => $"{operation.Name} v2",
            var name => name,
        };
        if (Limits.ContainsKey(own) && operation.Service is Gateway.Service or "cloudtrail")
        {
            yield return own;
        }
    }

    private static ThrottleSettings Every(double seconds) => new(1 / seconds, 1);

    private static bool IsEdge(string? types) => types is null or "" or "EDGE";

    private static string? Types(ReadOnlyMemory<byte> input)
    {
        try
        {
            using var body = JsonDocument.Parse(input);
            return body.RootElement.TryGetProperty("endpointConfiguration", out var endpoint) && endpoint.TryGetProperty("types", out var types) && types.ValueKind is JsonValueKind.Array && types.GetArrayLength() > 0
                ? types[0].ToString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
