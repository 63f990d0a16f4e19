using System.Text.Json;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>Tags of log groups.</summary>
internal static class LogTagOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Named(LogsOperations.Service, "ListTagsForResource", List),
        Operation.Named(LogsOperations.Service, "TagResource", call => Change(call, tags => (call.Body.Texts("tags") ?? Map<string>.Empty).Aggregate(tags, (all, tag) => all.With(tag.Key, tag.Value)))),
        Operation.Named(LogsOperations.Service, "UntagResource", call => Change(call, tags => (call.Body.List("tagKeys") ?? []).Aggregate(tags, (all, key) => all.Without(key)))),
    ];

    public static void Put(LogDatabase logs, string group, Map<string> tags) => logs.PutTags(group, JsonSerializer.Serialize(tags, WireJson.Default.MapString));

    private static Answer List(Call call) => call.Region.Logs.With(logs =>
    {
        var tags = Tags(logs, Group(call, logs));
        return call.Done(writer =>
        {
            writer.Name("tags");
            writer.StartObject();
            foreach (var (key, value) in tags)
            {
                writer.Member(key, value);
            }

            writer.EndObject();
        });
    });

    private static Answer Change(Call call, Func<Map<string>, Map<string>> change) => call.Region.Logs.With(logs =>
    {
        var group = Group(call, logs);
        Put(logs, group, change(Tags(logs, group)));
        return call.Done(_ => { });
    });

    private static string Group(Call call, LogDatabase logs) =>
        LogsInput.GroupOf(call.Body.Text("resourceArn") ?? "") is { } group && logs.HasGroup(group) ? group : throw new AwsError(400, "ResourceNotFoundException", "The specified resource does not exist.");

    private static Map<string> Tags(LogDatabase logs, string group) =>
        logs.Tags(group) is { } tags ? JsonSerializer.Deserialize(tags, WireJson.Default.MapString) ?? Map<string>.Empty : Map<string>.Empty;
}
