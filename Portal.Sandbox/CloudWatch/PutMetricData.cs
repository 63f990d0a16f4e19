using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>Values that a caller measured itself: one, many with how often each came, or no more than their sums.</summary>
internal static class PutMetricData
{
    private const int MostData = 1_000;
    private const int MostValues = 150;
    private static readonly string[] Forms = ["Value", "Values", "StatisticValues"];
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(14);
    private static readonly TimeSpan Newest = TimeSpan.FromHours(2);

    public static Answer Handle(Call call)
    {
        var space = MetricInput.Namespace(call.Body, "");
        var data = call.Body.Objects("MetricData");
        if (data.Count is 0)
        {
            throw CloudWatchErrors.Missing("MetricData");
        }

        if (data.Count > MostData)
        {
            throw CloudWatchErrors.Value($"The collection MetricData must not have a size greater than {MostData}.");
        }

        // Read whole before any is kept: one that is refused refuses all.
        List<(DateTimeOffset Time, Series Series, Distribution Values)> read = [.. data.Select((datum, place) => Datum(call, datum, space, $"MetricData.member.{place + 1}"))];
        foreach (var (time, series, values) in read)
        {
            call.Region.Metrics.Add(time, series, values);
        }

        return call.Done(_ => { });
    }

    private static (DateTimeOffset Time, Series Series, Distribution Values) Datum(Call call, RequestBody datum, string space, string at)
    {
        var time = datum.Time("Timestamp") ?? call.Now;
        if (time < call.Now - Oldest)
        {
            throw CloudWatchErrors.Value($"The parameter {at}.Timestamp must specify a time no more than two weeks in the past.");
        }

        if (time > call.Now + Newest)
        {
            throw CloudWatchErrors.Value($"The parameter {at}.Timestamp must specify a time no more than two hours in the future.");
        }

        return (time, new(MetricInput.Metric(datum, space, at), MetricInput.Unit(datum, at) ?? "None"), Values(datum, at));
    }

    private static Distribution Values(RequestBody datum, string at)
    {
        string[] given = [.. Forms.Where(datum.Has)];
        if (given is [var first, var second, ..])
        {
            throw CloudWatchErrors.Combination($"The parameters {at}.{first} and {at}.{second} are mutually exclusive and you have specified both.");
        }

        Distribution values = new();
        switch (given)
        {
            case ["Value"]:
                values.Add(Checked(datum.NumberOrText("Value") ?? 0, $"{at}.Value"));
                break;
            case ["Values"]:
                AddValues(values, datum, at);
                break;
            case ["StatisticValues"]:
                AddSet(values, datum.Object("StatisticValues")!, $"{at}.StatisticValues");
                break;
            default:
                throw CloudWatchErrors.Missing($"{at}.Value");
        }

        return values;
    }

    private static void AddValues(Distribution values, RequestBody datum, string at)
    {
        var list = datum.Numbers("Values") ?? [];
        var counts = datum.Numbers("Counts") ?? [.. list.Select(_ => 1d)];
        if (list.Count > MostValues)
        {
            throw CloudWatchErrors.Value($"The collection {at}.Values must not have a size greater than {MostValues}.");
        }

        if (counts.Count != list.Count)
        {
            throw CloudWatchErrors.Value($"The parameters {at}.Values and {at}.Counts must be of the same size.");
        }

        foreach (var (value, count) in list.Zip(counts))
        {
            var times = Checked(count, $"{at}.Counts");
            if (times < 0)
            {
                throw CloudWatchErrors.Value($"The value {count} for parameter {at}.Counts is invalid.");
            }

            if (times > 0)
            {
                values.Add(Checked(value, $"{at}.Values"), times);
            }
        }
    }

    private static void AddSet(Distribution values, RequestBody set, string at)
    {
        double Required(string name) => Checked(set.NumberOrText(name) ?? throw CloudWatchErrors.Missing($"{at}.{name}"), $"{at}.{name}");
        var (count, sum, minimum, maximum) = (Required("SampleCount"), Required("Sum"), Required("Minimum"), Required("Maximum"));
        if (count < 0 || minimum > maximum)
        {
            throw CloudWatchErrors.Value($"The parameter {at} is invalid: SampleCount must not be negative and Minimum must not exceed Maximum.");
        }

        values.AddSet(count, sum, minimum, maximum);
    }

    // CloudWatch takes -2^360 to 2^360, and neither NaN nor infinity.
    private static double Checked(double value, string at) =>
        double.IsFinite(value) && Math.Abs(value) <= Math.Pow(2, 360) ? value : throw CloudWatchErrors.Value($"The value {value} for parameter {at} is invalid.");
}
