using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>Reads metrics and their parts out of a call, with CloudWatch's checks.</summary>
internal static class MetricInput
{
    private const int LongestName = 255;
    private const int LongestDimension = 1_024;
    private const int MostDimensions = 30;

    private static readonly string[] Units =
    [
        "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count",
        "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second",
        "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None",
    ];

    /// <summary>The metric that a structure names; <paramref name="at"/> is where it stands, such as <c>MetricData.member.1</c>.</summary>
    public static Metric Metric(RequestBody body, string @namespace, string at)
    {
        var dimensions = body.Objects("Dimensions");
        if (dimensions.Count > MostDimensions)
        {
            throw CloudWatchErrors.Value($"The collection {Inside(at, "Dimensions")} must not have a size greater than {MostDimensions}.");
        }

        return CloudWatch.Metric.Of(
            @namespace,
            Text(body, "MetricName", at, LongestName),
            [.. dimensions.Select((dimension, place) => (
                Text(dimension, "Name", Inside(at, $"Dimensions.member.{place + 1}"), LongestName),
                Text(dimension, "Value", Inside(at, $"Dimensions.member.{place + 1}"), LongestDimension)))]);
    }

    public static string Namespace(RequestBody body, string at)
    {
        var name = Text(body, "Namespace", at, LongestName);
        return name.StartsWith(':') ? throw CloudWatchErrors.Value($"The value {name} for parameter {Inside(at, "Namespace")} must not start with a colon.") : name;
    }

    /// <summary>Null if none is given.</summary>
    public static string? Unit(RequestBody body, string at) => body.Text("Unit") switch
    {
        null => null,
        var unit when Units.Contains(unit, StringComparer.Ordinal) => unit,
        var other => throw CloudWatchErrors.Value($"The value {other} for parameter {Inside(at, "Unit")} is not supported."),
    };

    public static string Inside(string at, string name) => at is "" ? name : $"{at}.{name}";

    private static string Text(RequestBody body, string name, string at, int longest) => body.Text(name) switch
    {
        null or "" => throw CloudWatchErrors.Missing(Inside(at, name)),
        var text when text.Length > longest => throw CloudWatchErrors.Value($"The value of parameter {Inside(at, name)} must not be longer than {longest} characters."),
        var text when text.Any(char.IsControl) => throw CloudWatchErrors.Value($"The value of parameter {Inside(at, name)} contains invalid characters."),
        var text => text,
    };
}
