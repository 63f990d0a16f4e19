using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>What API Gateway tells CloudWatch of stages. REST APIs go by their names; HTTP and WebSocket APIs by AWS's ids, HTTP APIs with other words for the same.</summary>
internal sealed class StageMetrics(AwsClients aws, Func<string, CancellationToken, Task<string?>>? apiId = null) : IMetricsSource
{
    private const string Space = "AWS/ApiGateway";

    public async Task<IReadOnlyList<IReadOnlyList<MetricPoint>>> ReadAsync(IReadOnlyList<MetricQuery> queries, MetricSpan span, CancellationToken cancellationToken)
    {
        var points = queries.Select(_ => new List<MetricPoint>()).ToList();
        var ids = new Dictionary<string, string>();

        foreach (var api in queries.Select(query => query.ById?.Id).OfType<string>().Distinct())
        {
            // What is not there has no numbers; nothing is called so.
            ids[api] = (apiId is null ? null : await apiId(api, cancellationToken)) ?? "none";
        }

        foreach (var batch in queries.Index().Chunk(IMetricsSource.MostQueries))
        {
            var request = new GetMetricDataRequest
            {
                MetricDataQueries = [.. batch.Select(query => ToQuery(query.Index, query.Item, span, ids))],
                StartTime = span.From.UtcDateTime,
                EndTime = span.Until.UtcDateTime,
                ScanBy = ScanBy.TimestampAscending,
            };

            do
            {
                var answer = await Calls.AskAsync(aws.Metrics.GetMetricDataAsync, request, cancellationToken);

                foreach (var result in answer.MetricDataResults ?? [])
                {
                    points[IndexOf(result)].AddRange(PointsOf(result));
                }

                request.NextToken = answer.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }

        return points;
    }

    /// <summary>An id begins with a small letter.</summary>
    private static MetricDataQuery ToQuery(int index, MetricQuery query, MetricSpan span, Dictionary<string, string> ids) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"q{index}"),
        ReturnData = true,
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = Space,
                MetricName = query.ById?.Kind is Kind.HttpApi ? NameOf(query.Metric) : query.Metric,
                Dimensions =
                [
                    query.ById is { Id: var api } ? new() { Name = "ApiId", Value = ids[api] } : new() { Name = "ApiName", Value = query.Api },
                    new() { Name = "Stage", Value = query.Stage },
                ],
            },
            Period = (int)span.Period.TotalSeconds,
            Stat = query.Statistic,
        },
    };

    /// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html</summary>
    private static string NameOf(string metric) => metric switch
    {
        "4XXError" => "4xx",
        "5XXError" => "5xx",
        _ => metric,
    };

    private static int IndexOf(MetricDataResult result) => int.Parse(result.Id.AsSpan(1), CultureInfo.InvariantCulture);

    /// <summary>A part of the answer may be refused, and the rest given: that must not be taken for silence.</summary>
    private static IEnumerable<MetricPoint> PointsOf(MetricDataResult result)
    {
        if (result.StatusCode == StatusCode.InternalError || result.StatusCode == StatusCode.Forbidden)
        {
            throw new GatewayRefusedException(
                "GetMetricData",
                result.StatusCode.Value,
                string.Join(' ', (result.Messages ?? []).Select(message => message.Value).DefaultIfEmpty("CloudWatch gave no values for a metric, and no reason.")),
                result.StatusCode == StatusCode.Forbidden ? GatewayRefusal.Denied : GatewayRefusal.Passing);
        }

        return (result.Timestamps ?? []).Zip(result.Values ?? [], (at, value) => new MetricPoint(new DateTimeOffset(at.ToUniversalTime()), value));
    }
}
