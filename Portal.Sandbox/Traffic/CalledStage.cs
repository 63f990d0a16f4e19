using System.Globalization;
using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.Execution;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Traffic;

/// <summary>A stage with what can be called of it, by whom, and what that counts into and says in its log.</summary>
internal abstract record CalledStage
{
    public required Region Region { get; init; }

    public required string ApiId { get; init; }

    public required string ApiName { get; init; }

    public required string StageName { get; init; }

    public required IReadOnlyList<CalledRoute> Routes { get; init; }

    /// <summary>Whether something of it demands a key that callers send in a header.</summary>
    public required bool TakesKeys { get; init; }

    /// <summary>Those whose keys open it, the ones who call most first.</summary>
    public required IReadOnlyList<Consumer> Consumers { get; init; }

    public required AccessLog? Log { get; init; }

    public required string StreamName { get; init; }

    /// <summary>Fit for the name of a file.</summary>
    public string Id => $"{ApiId}.{StageName}";

    public string Name => $"{ApiId}/{StageName}";

    /// <summary>What stays the same when the same things are set up anew, with other ids.</summary>
    public string Seed => $"{ApiName}/{StageName}";

    /// <summary>How much of it goes to a canary.</summary>
    public virtual double CanaryPercent => 0;

    /// <summary>Milliseconds that an integration is waited for.</summary>
    public virtual long TimeLimit => 29_000;

    public virtual ICallMaker Maker(TrafficOrder order, Incident? incident, DateTimeOffset end) => new CallMaker(this, order, incident, end);

    public abstract MadeFault Fault(FaultCause cause);

    /// <summary>What a call counts into, and how much.</summary>
    public abstract IEnumerable<(Series Series, double Value)> Counted(MadeCall call);

    /// <summary>A value of <c>$context</c>; null for what is not known.</summary>
    public virtual string? Value(MadeCall call, string name) => name switch
    {
        "requestTime" => call.Time.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        "requestTimeEpoch" => MadeCall.Text(call.Time.ToUnixTimeMilliseconds()),
        "accountId" => Region.Account,
        "apiId" => ApiId,
        "stage" => StageName,
        "domainName" => $"{ApiId}.execute-api.localhost",
        "domainPrefix" => ApiId,
        "status" => MadeCall.Text(call.Status),
        "integrationLatency" or "integration.latency" => MadeCall.Text(call.IntegrationLatency),
        "integrationStatus" or "integration.status" => MadeCall.Text(call.IntegrationStatus),
        "integrationErrorMessage" or "integration.error" => call.Fault is { IsIntegrations: true } fault ? fault.Message : null,
        "identity.apiKeyId" => call.Consumer?.Key.Id,
        "identity.apiKey" => call.Consumer?.Key.Value,
        // Addresses for examples, which nobody has.
        "identity.sourceIp" => $"198.51.100.{1 + (call.Caller % 250)}",
        "identity.userAgent" => $"consumer/{1 + (call.Caller % 9)}.0",
        "error.message" => call.Fault?.Message,
        "error.messageString" => call.Fault is null ? null : $"\"{call.Fault.Message}\"",
        "error.responseType" => call.Fault?.Type,
        _ => null,
    };

    protected static Consumer[] Openers(Region region, string apiId, string stage) =>
    [
        .. from entry in region.ApiKeys.All.Values
           where entry.Key.Enabled
           let plan = entry.UsagePlanIds.Select(region.UsagePlans.Find).FirstOrDefault(plan => plan?.StageOf(apiId, stage) is not null)
           where plan is not null
           orderby entry.Key.Name, entry.Key.CreatedDate, entry.Id
           select new Consumer(entry.Key, plan),
    ];
}

/// <summary>A method or a route of a stage.</summary>
internal abstract record CalledRoute
{
    public abstract bool KeyRequired { get; }

    /// <summary>GET, ...; null of what is not called by a method.</summary>
    public abstract string? Verb { get; }

    /// <summary>How often it is called, beside the others.</summary>
    public abstract double Weight { get; }

    /// <summary>A path that leads there.</summary>
    public abstract string Path(int number);

    /// <summary>Reading is what most callers do.</summary>
    protected static double WeightOf(string method) => method switch
    {
        "GET" => 6,
        "ANY" => 3,
        "POST" => 2,
        "PUT" or "PATCH" => 1,
        _ => 0.4,
    };

    protected static string Filled(string path, int number) => string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? $"{number}" : part));
}

internal sealed record Consumer(ApiKey Key, UsagePlan Plan);

/// <summary>Why API Gateway itself answers.</summary>
internal enum FaultCause
{
    NoRoute,
    WrongKey,
    Throttled,
    QuotaExceeded,
    Timeout,
}

/// <param name="Status">What the caller gets.</param>
/// <param name="Message">The text.</param>
/// <param name="Type">As logs name it.</param>
internal sealed record MadeFault(int Status, string Message, string Type)
{
    /// <summary>Whether the integration is to blame.</summary>
    public bool IsIntegrations { get; init; }
}
