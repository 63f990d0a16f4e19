using System.Buffers.Text;
using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>Metrics that had a value in the last two weeks, 500 at a time.</summary>
internal static class ListMetrics
{
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(14);

    private const int PageSize = 500;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(3);

    public static Answer Handle(Call call)
    {
        var body = call.Body;
        if (body.Text("RecentlyActive") is { } recently and not "PT3H")
        {
            throw CloudWatchErrors.Validation($"1 validation error detected: Value '{recently}' at 'recentlyActive' failed to satisfy constraint: Member must satisfy enum value set: [PT3H]");
        }

        var (space, name) = (body.Text("Namespace"), body.Text("MetricName"));
        (string? Name, string? Value)[] filters = [.. body.Objects("Dimensions").Select(filter => (filter.Text("Name"), filter.Text("Value")))];
        var after = body.Text("NextToken") is { } token ? Decoded(token) : "";
        Metric[] found = [.. call.Region.Metrics.Metrics(call.Now - (body.Has("RecentlyActive") ? Recent : Forgotten))
            .Where(metric => string.CompareOrdinal(metric.Key, after) > 0)
            .Where(metric => (space is null || metric.Namespace == space) && (name is null || metric.Name == name))
            .Where(metric => filters.All(filter => metric.Dimensions.Any(dimension => dimension.Name == filter.Name && (filter.Value is null || dimension.Value == filter.Value))))
            .OrderBy(metric => metric.Key, StringComparer.Ordinal)
            .Take(PageSize + 1)];
        var shown = found.Length > PageSize ? found[..PageSize] : found;
        return call.Done(writer =>
        {
            writer.Objects("Metrics", shown, metric =>
            {
                writer.Member("Namespace", metric.Namespace);
                writer.Member("MetricName", metric.Name);
                writer.Objects("Dimensions", metric.Dimensions, dimension =>
                {
                    writer.Member("Name", dimension.Name);
                    writer.Member("Value", dimension.Value);
                });
            });
            writer.Member("NextToken", found.Length > PageSize ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(shown[^1].Key)) : null);
        });
    }

    private static string Decoded(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw CloudWatchErrors.Value("Request parameter NextToken is invalid");
        }
    }
}
