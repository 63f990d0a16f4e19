using System.Text;
using Portal.Sandbox.Logs.Patterns;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>Events of a group by time, stream and pattern, oldest first. A page ends at its limit, at 1 MB, or when enough was looked at; it may be empty while there is more.</summary>
internal static class FilterLogEvents
{
    private const int MostEvents = 10_000;
    private const int MostBytes = 1024 * 1024;
    private const int MostLookedAt = 200_000;

    public static Answer Handle(Call call)
    {
        var group = LogsInput.GroupNameOrArn(call);
        var limit = LogsInput.Limit(call, MostEvents);
        var matches = FilterPattern.Parse(call.Body.Text("filterPattern") ?? "");
        var (names, prefix) = (call.Body.List("logStreamNames"), call.Body.Text("logStreamNamePrefix"));
        if (names is not null && prefix is not null)
        {
            throw LogsErrors.Invalid("logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
        }

        var beyond = call.Body.Text("nextToken") is { } token ? Position.Parse(token) ?? throw LogsErrors.Token : (Position?)null;
        var (from, to) = (call.Body.Long("startTime") ?? 0, call.Body.Long("endTime") ?? long.MaxValue);
        List<KeptEvent> page = [];
        var next = call.Region.Logs.With(logs =>
        {
            Check(logs, group, names);
            EventReader reader = new(logs, group, stream => names is not null ? names.Contains(stream, StringComparer.Ordinal) : stream.StartsWith(prefix ?? "", StringComparison.Ordinal));
            return Fill(page, reader.Read(from, to, beyond, isBackward: false), matches, limit);
        });
        return call.Done(writer =>
        {
            writer.Objects("events", page, line =>
            {
                writer.Member("logStreamName", line.Stream);
                writer.Member("timestamp", line.Position.Timestamp);
                writer.Member("message", line.Message);
                writer.Member("ingestionTime", line.Ingested);
                writer.Member("eventId", line.Id);
            });
            writer.Objects<string>("searchedLogStreams", [], _ => { });
            writer.Member("nextToken", next);
        });
    }

    private static void Check(LogDatabase logs, string group, IReadOnlyList<string>? names)
    {
        if (!logs.HasGroup(group))
        {
            throw LogsErrors.NoSuchGroup;
        }

        if (names?.Any(name => logs.Stream(group, name) is null) is true)
        {
            throw LogsErrors.NoSuchStream;
        }
    }

    /// <summary>Fills a page; returns where the next begins, or null at the end.</summary>
    private static string? Fill(List<KeptEvent> page, IEnumerable<KeptEvent> lines, Func<string, bool> matches, int limit)
    {
        var (bytes, lookedAt) = (0, 0);
        Position? last = null;
        foreach (var line in lines)
        {
            if (page.Count == limit || lookedAt == MostLookedAt || bytes > MostBytes)
            {
                return last?.Text;
            }

            lookedAt++;
            last = line.Position;
            if (matches(line.Message))
            {
                page.Add(line);
                bytes += Encoding.UTF8.GetByteCount(line.Message);
            }
        }

        return null;
    }
}
