using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>Events into a stream, oldest first. What is too old or too new is left out, and the answer says which.</summary>
internal static class PutLogEvents
{
    private const int MostEvents = 10_000;
    private const int MostBytes = 1_048_576;
    private const int Overhead = 26;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(14);
    private static readonly TimeSpan Newest = TimeSpan.FromHours(2);

    public static Answer Handle(Call call)
    {
        var (group, stream) = (LogsInput.GroupName(call), LogsInput.StreamName(call));
        LogEvent[] events = [.. call.Body.Objects("logEvents").Select(Event)];
        Check(events);
        var found = call.Region.Logs.With(logs =>
        {
            LogsOperations.CheckStream(logs, group, stream);
            return logs.Group(group)!;
        });

        var now = call.Now;
        var tooOld = events.Count(line => line.Timestamp < (now - Oldest).ToUnixTimeMilliseconds());
        var expired = found.RetentionInDays is { } days ? events.Count(line => line.Timestamp < now.AddDays(-days).ToUnixTimeMilliseconds()) : 0;
        var inTime = events.Count(line => line.Timestamp <= (now + Newest).ToUnixTimeMilliseconds());
        var first = Math.Max(tooOld, expired);
        if (inTime > first)
        {
            call.Region.Logs.Add(group, stream, now, events[first..inTime]);
        }

        return call.Done(writer =>
        {
            // Nobody needs the token any longer; the service still gives one.
            writer.Member("nextSequenceToken", $"{now.ToUnixTimeMilliseconds():D56}");
            if (first > 0 || inTime < events.Length)
            {
                writer.Name("rejectedLogEventsInfo");
                writer.StartObject();
                writer.Member("tooNewLogEventStartIndex", inTime < events.Length ? inTime : (long?)null);
                writer.Member("tooOldLogEventEndIndex", tooOld > 0 ? tooOld : (long?)null);
                writer.Member("expiredLogEventEndIndex", expired > 0 ? expired : (long?)null);
                writer.EndObject();
            }
        });
    }

    private static LogEvent Event(RequestBody line, int place) => new(
        line.Long("timestamp") is { } time and >= 0 ? time : throw LogsErrors.Failed("null", $"logEvents.{place + 1}.member.timestamp", "Member must not be null"),
        line.Text("message") is { Length: > 0 } message ? message : throw LogsErrors.Failed("", $"logEvents.{place + 1}.member.message", "Member must have length greater than or equal to 1"));

    private static void Check(LogEvent[] events)
    {
        if (events.Length is 0)
        {
            throw LogsErrors.Failed("[]", "logEvents", "Member must have length greater than or equal to 1");
        }

        if (events.Length > MostEvents)
        {
            throw LogsErrors.Failed($"[{events.Length} events]", "logEvents", $"Member must have length less than or equal to {MostEvents}");
        }

        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Timestamp > pair.Second.Timestamp))
        {
            throw LogsErrors.Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        }

        if (events[^1].Timestamp - events[0].Timestamp > Block.LongestSpan)
        {
            throw LogsErrors.Invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }

        if (events.Sum(line => (long)Encoding.UTF8.GetByteCount(line.Message) + Overhead) is > MostBytes and var size)
        {
            throw LogsErrors.Invalid($"Upload too large: {size} bytes exceeds limit of {MostBytes}");
        }
    }
}
