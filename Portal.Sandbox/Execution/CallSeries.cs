using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.CloudWatch;

namespace Portal.Sandbox.Execution;

/// <summary>The series of one set of dimensions into which a call counts.</summary>
internal sealed record CallSeries(Series Count, Series ClientError, Series ServerError, Series Latency, Series IntegrationLatency, Series CacheHit, Series CacheMiss)
{
    private const string Namespace = "AWS/ApiGateway";
    private const int LongestValue = 255;

    /// <summary>In the order in which a call's values come.</summary>
    public IReadOnlyList<Series> All => [Count, ClientError, ServerError, Latency, IntegrationLatency, CacheHit, CacheMiss];

    /// <summary>Those of the API, of the stage and, where the stage's method settings ask for it, of the method; a call of no route has none. A canary's count with its stage and once more by themselves.</summary>
    public static IReadOnlyList<CallSeries> Of(ApiEntry entry, Stage stage, Resource? resource, Method? method, bool isCanary = false)
    {
        var (api, name) = (("ApiName", ApiName(entry)), ("Stage", stage.StageName));
        List<CallSeries> all = [Of(api), Of(api, name)];
        if (isCanary)
        {
            all.Add(Of(api, ("Stage", $"{stage.StageName}/Canary")));
        }

        if (method is not null && resource is not null && MethodSettings.Of(stage, resource.Path, method.HttpMethod) is { MetricsEnabled: true })
        {
            all.Add(Of(api, name, ("Method", method.HttpMethod), ("Resource", resource.Path)));
        }

        return all;
    }

    private static CallSeries Of(params (string Name, string Value)[] dimensions)
    {
        Series Series(string name, string unit) => new(Metric.Of(Namespace, name, dimensions), unit);
        return new(
            Series("Count", "Count"), Series("4XXError", "Count"), Series("5XXError", "Count"), Series("Latency", "Milliseconds"), Series("IntegrationLatency", "Milliseconds"),
            Series("CacheHitCount", "Count"), Series("CacheMissCount", "Count"));
    }

    // CloudWatch knows a REST API by its name, of which only ASCII is left.
    private static string ApiName(ApiEntry entry)
    {
        var ascii = string.Concat(entry.Api.Name.Where(c => c is >= ' ' and <= '~')).Trim();
        return ascii is "" ? entry.Id : ascii[..Math.Min(ascii.Length, LongestValue)];
    }
}
