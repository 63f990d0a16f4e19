using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>Events of one stream, page by page in either direction. A page at an end gives back the token it was asked with.</summary>
internal static class GetLogEvents
{
    private const int MostEvents = 10_000;
    private const int MostBytes = 1024 * 1024;
    private const string Forward = "f/";
    private const string Backward = "b/";

    public static Answer Handle(Call call)
    {
        var (group, stream) = (LogsInput.GroupNameOrArn(call), LogsInput.StreamName(call));
        var limit = LogsInput.Limit(call, MostEvents);
        var token = call.Body.Text("nextToken");
        var isBackward = token is null ? call.Body.Flag("startFromHead") is not true : token.StartsWith(Backward, StringComparison.Ordinal);
        var beyond = token switch
        {
            null => (Position?)null,
            _ when token.StartsWith(Forward, StringComparison.Ordinal) || isBackward => Position.Parse(token[Forward.Length..]) ?? throw LogsErrors.Token,
            _ => throw LogsErrors.Token,
        };
        var (from, to) = (call.Body.Long("startTime") ?? 0, (call.Body.Long("endTime") ?? long.MaxValue) - 1);
        var page = call.Region.Logs.With(logs =>
        {
            LogsOperations.CheckStream(logs, group, stream);
            return Page(new EventReader(logs, group, name => name == stream).Read(from, to, beyond, isBackward), limit);
        });
        if (isBackward)
        {
            page.Reverse();
        }

        var start = beyond ?? new Position(from, 0, 0);
        return call.Done(writer =>
        {
            writer.Objects("events", page, line =>
            {
                writer.Member("timestamp", line.Position.Timestamp);
                writer.Member("message", line.Message);
                writer.Member("ingestionTime", line.Ingested);
            });
            writer.Member("nextForwardToken", $"{Forward}{(page is [.., var last] ? last.Position : start).Text}");
            writer.Member("nextBackwardToken", $"{Backward}{(page is [var first, ..] ? first.Position : start).Text}");
        });
    }

    private static List<KeptEvent> Page(IEnumerable<KeptEvent> lines, int limit)
    {
        List<KeptEvent> page = [];
        var bytes = 0;
        foreach (var line in lines)
        {
            bytes += Encoding.UTF8.GetByteCount(line.Message);
            if (page.Count == limit || (bytes > MostBytes && page.Count > 0))
            {
                break;
            }

            page.Add(line);
        }

        return page;
    }
}
