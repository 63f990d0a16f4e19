using System.Globalization;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudTrail;

/// <summary>The calls of ninety days, newest first, fifty a page at most, by one attribute at most. Texts of refusals are not recorded from the service.</summary>
internal sealed class LookupEvents(Func<TimeSpan> delay)
{
    private const int Most = 50;

    public IReadOnlyList<Operation> All => [Operation.Named("cloudtrail", "LookupEvents", Handle)];

    private Answer Handle(Call call)
    {
        var body = call.Body;
        var attribute = Attribute(body);
        var category = body.Text("EventCategory");
        if (category is not (null or "insight"))
        {
            throw new AwsError(400, "InvalidEventCategoryException", $"{category} is not a valid event category.");
        }

        var count = body.Whole("MaxResults") is { } most ? most is >= 1 and <= Most ? most : throw new AwsError(400, "InvalidMaxResultsException", "Specify MaxResults from 1 to 50.") : Most;
        var (from, to) = (body.Time("StartTime"), body.Time("EndTime"));
        if (from > to)
        {
            throw new AwsError(400, "InvalidTimeRangeException", "The start time must be before the end time.");
        }

        var question = $"{attribute?.Key} {attribute?.Value} {from} {to}";
        var before = Place(body.Text("NextToken"), question);
        var found = category is null ? Found(call, attribute, from, to, before, count + 1) : [];
        var shown = found.Take(count).ToList();
        return call.Done(writer =>
        {
            writer.Objects("Events", shown, one => Write(writer, one.Event));
            if (found.Count > count)
            {
                writer.Member("NextToken", Cursor.Of($"{shown[^1].Event.Time.ToUnixTimeMilliseconds()} {shown[^1].Number} {question}"));
            }
        });
    }

    private IReadOnlyList<(long Number, TrailEvent Event)> Found(Call call, TrailAttribute? attribute, DateTimeOffset? from, DateTimeOffset? to, (long, long) before, int count)
    {
        var (oldest, newest) = (call.Now - TrailStore.Kept, call.Now - delay());
        return call.Region.Trail.Find(attribute, from > oldest ? from.Value : oldest, to < newest ? to.Value : newest, before, count);
    }

    private static TrailAttribute? Attribute(RequestBody body) => body.Objects("LookupAttributes") switch
    {
        [] => null,
        [var one] when one.Text("AttributeKey") is { } key && TrailAttribute.Knows(key) && one.Text("AttributeValue") is { Length: > 0 and <= 2000 } value => new(key, value),
        [_] => throw new AwsError(400, "InvalidLookupAttributesException", "Specify a valid attribute key and a value of up to 2000 characters."),
        _ => throw new AwsError(400, "InvalidLookupAttributesException", "You can specify only one lookup attribute."),
    };

    private static (long Time, long Number) Place(string? token, string question)
    {
        if (token is null)
        {
            return (long.MaxValue, long.MaxValue);
        }

        var invalid = new AwsError(400, "InvalidNextTokenException", "The token is not valid, or was given to a call with other parameters.");
        try
        {
            return Cursor.Key(token, "")?.Split(' ', 3) is [var time, var number, var asked]
                && asked == question
                && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                    ? (at, place)
                    : throw invalid;
        }
        catch (AwsError)
        {
            throw invalid;
        }
    }

    private static void Write(Wire.Protocols.ShapeWriter writer, TrailEvent call)
    {
        writer.Member("EventId", call.Id);
        writer.Member("EventName", call.Name);
        writer.Member("ReadOnly", call.IsRead ? "true" : "false");
        writer.Member("AccessKeyId", call.AccessKeyId);
        writer.Member("EventTime", DateTimeOffset.FromUnixTimeSeconds(call.Time.ToUnixTimeSeconds()));
        writer.Member("EventSource", call.Source);
        writer.Member("Username", call.UserName);
        writer.Objects("Resources", call.Resources, resource =>
        {
            writer.Member("ResourceType", resource.Type);
            writer.Member("ResourceName", resource.Name);
        });
        writer.Member("CloudTrailEvent", call.Json);
    }
}
