using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>Tags of alarms.</summary>
internal static class AlarmTagOperations
{
    private const int Most = 50;

    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Named("monitoring", "ListTagsForResource", List),
        Operation.Named("monitoring", "TagResource", call => Change(call, tags => tags.Concat(Read(call.Body, "Tags")))),
        Operation.Named("monitoring", "UntagResource", call => Change(call, tags => tags.Where(tag => call.Body.List("TagKeys")?.Contains(tag.Key, StringComparer.Ordinal) is not true))),
    ];

    public static IReadOnlyDictionary<string, string> Read(RequestBody body, string list) =>
        Together(body.Objects(list).Select(tag => KeyValuePair.Create(tag.Text("Key") ?? throw CloudWatchErrors.Missing($"{list}.Key"), tag.Text("Value") ?? "")));

    private static Answer List(Call call)
    {
        var alarm = Of(call);
        return call.Done(writer => writer.Objects("Tags", alarm.Tags, tag =>
        {
            writer.Member("Key", tag.Key);
            writer.Member("Value", tag.Value);
        }));
    }

    private static Answer Change(Call call, Func<IEnumerable<KeyValuePair<string, string>>, IEnumerable<KeyValuePair<string, string>>> change)
    {
        var alarm = Of(call);
        call.Region.Alarms.Alarms.Put(alarm.Id, alarm with { Tags = Together(change(alarm.Tags)) });
        return call.Done(_ => { });
    }

    private static Dictionary<string, string> Together(IEnumerable<KeyValuePair<string, string>> tags)
    {
        Dictionary<string, string> together = new(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            together[key] = value;
        }

        return together.Count <= Most ? together : throw CloudWatchErrors.Validation($"The number of tags exceeds the limit of {Most}");
    }

    private static Alarm Of(Call call)
    {
        var arn = call.Body.Text("ResourceARN") ?? throw CloudWatchErrors.Missing("ResourceARN");
        var start = DescribeAlarms.Arn(call.Region, "");
        return arn.StartsWith(start, StringComparison.Ordinal) && call.Region.Alarms.Find(arn[start.Length..]) is { } alarm
            ? alarm
            : throw new AwsError(404, "ResourceNotFoundException", $"{arn} does not exist");
    }
}
