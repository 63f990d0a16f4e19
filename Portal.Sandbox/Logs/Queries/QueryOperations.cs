using System.Globalization;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>Queries of Logs Insights: started, asked for their results, stopped, listed.</summary>
internal static class QueryOperations
{
    private const int LongestText = 10_000;
    private const int MostGroups = 50;
    private const int MostItems = 10_000;

    /// <summary>A time beyond this is in milliseconds: in seconds it would be the year 5138.</summary>
    private const long MostSeconds = 100_000_000_000;

    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Named(LogsOperations.Service, "StartQuery", Start),
        Operation.Named(LogsOperations.Service, "GetQueryResults", Results),
        Operation.Named(LogsOperations.Service, "StopQuery", Stop),
        Operation.Named(LogsOperations.Service, "DescribeQueries", Describe),
    ];

    private static AwsError NoSuchQuery => new(400, "ResourceNotFoundException", "The specified query does not exist.");

    private static Answer Start(Call call)
    {
        CheckLanguage(call);
        var groups = Groups(call);
        var (from, to) = (Milliseconds(call, "startTime", 0), Milliseconds(call, "endTime", 999));
        if (from > to)
        {
            throw LogsErrors.Invalid("Query's end time must not be before its start time.");
        }

        var text = call.Body.Text("queryString") switch
        {
            null => throw LogsErrors.Failed("null", "queryString", "Member must not be null"),
            { Length: > LongestText } => throw LogsErrors.Failed("(too long)", "queryString", $"Member must have length less than or equal to {LongestText}"),
            var given => given,
        };
        QueryRun query = new(call.Region.Logs, call.Region.Account, groups, text, call.Body.Has("limit") ? LogsInput.Limit(call, MostItems) : null, from, to, call.Now);
        call.Region.Logs.With(logs => groups.FirstOrDefault(group => !logs.HasGroup(group)) is { } missing
            ? throw new AwsError(400, "ResourceNotFoundException", $"Log group '{missing}' does not exist for account ID '{call.Region.Account}'")
            : true);
        return call.Region.Logs.Queries.TryStart(query)
            ? call.Done(writer => writer.Member("queryId", query.Id))
            : throw new AwsError(400, "LimitExceededException", $"Account maximum query concurrency limit of [{QueryShelf.MostAtOnce}] reached.");
    }

    private static Answer Results(Call call)
    {
        var query = Find(call);
        // The state first: what is complete has all its rows.
        var status = query.Status;
        var rows = status is QueryRun.Complete ? query.Rows : [];
        var start = call.Body.Text("nextToken") switch
        {
            null => 0,
            var token when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => place,
            _ => throw LogsErrors.Token,
        };
        var most = call.Body.Whole("maxItems") is { } items and > 0 ? Math.Min(items, MostItems) : MostItems;
        return call.Done(writer =>
        {
            writer.Member("queryLanguage", "CWLI");
            writer.List("results", rows.Skip(start).Take(most), row =>
            {
                writer.StartList();
                foreach (var (field, value) in row)
                {
                    writer.StartObject();
                    writer.Member("field", field);
                    writer.Member("value", value);
                    writer.EndObject();
                }

                writer.EndList();
            });
            writer.Name("statistics");
            writer.StartObject();
            writer.Member("recordsMatched", (double)query.Matched);
            writer.Member("recordsScanned", (double)query.Scanned);
            writer.Member("estimatedRecordsSkipped", 0d);
            writer.Member("bytesScanned", (double)query.Bytes);
            writer.Member("estimatedBytesSkipped", 0d);
            writer.Member("logGroupsScanned", (double)query.Groups.Count);
            writer.EndObject();
            writer.Member("status", status);
            writer.Member("nextToken", rows.Count > start + most ? (start + most).ToString(CultureInfo.InvariantCulture) : null);
        });
    }

    private static Answer Stop(Call call)
    {
        var query = Find(call);
        return query.Stop()
            ? call.Done(writer => writer.Member("success", true))
            : throw LogsErrors.Invalid("The specified query is not running.");
    }

    private static Answer Describe(Call call)
    {
        var group = call.Body.Has("logGroupName") ? LogsInput.GroupName(call) : null;
        var status = call.Body.Text("status");
        var most = call.Body.Whole("maxResults") ?? 50;
        var start = call.Body.Text("nextToken") is { } token ? int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : throw LogsErrors.Token : 0;
        QueryRun[] found = [.. call.Region.Logs.Queries.All.Where(query => (group is null || query.Groups.Contains(group, StringComparer.Ordinal)) && (status is null || query.Status == status))];
        return call.Done(writer =>
        {
            writer.Objects("queries", found.Skip(start).Take(most), query =>
            {
                writer.Member("queryLanguage", "CWLI");
                writer.Member("queryId", query.Id);
                writer.Member("queryString", query.Text);
                writer.Member("status", query.Status);
                writer.Member("createTime", query.Created.ToUnixTimeMilliseconds());
                writer.Member("logGroupName", query.Groups[0]);
                writer.Member("bytesScanned", (double)query.Bytes);
            });
            writer.Member("nextToken", found.Length > start + most ? (start + most).ToString(CultureInfo.InvariantCulture) : null);
        });
    }

    private static void CheckLanguage(Call call)
    {
        if (call.Body.Text("queryLanguage") is not (null or "CWLI"))
        {
            throw LogsErrors.Invalid("The sandbox knows the query language CWLI only");
        }
    }

    private static IReadOnlyList<string> Groups(Call call)
    {
        IReadOnlyList<string>[] given =
        [
            .. new[] { call.Body.List("logGroupNames"), [.. (call.Body.List("logGroupIdentifiers") ?? []).Select(identifier => LogsInput.GroupOf(identifier) ?? identifier)] }.OfType<IReadOnlyList<string>>().Where(list => list.Count > 0),
        ];
        return (call.Body.Has("logGroupName"), given) switch
        {
            (true, []) => [LogsInput.GroupName(call)],
            (false, [{ Count: <= MostGroups } groups]) => groups,
            (false, [_]) => throw LogsErrors.Invalid($"A query must not have more than {MostGroups} log groups."),
            _ => throw LogsErrors.Invalid("Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified."),
        };
    }

    private static long Milliseconds(Call call, string name, long more) => call.Body.Long(name) switch
    {
        null => throw LogsErrors.Failed("null", name, "Member must not be null"),
        < 0 => throw LogsErrors.Failed(call.Body.Long(name), name, "Member must have value greater than or equal to 0"),
        >= MostSeconds and var milliseconds => milliseconds,
        var seconds => (seconds.Value * 1000) + more,
    };

    private static QueryRun Find(Call call) => call.Region.Logs.Queries.Find(call.Body.Text("queryId") ?? throw LogsErrors.Failed("null", "queryId", "Member must not be null")) ?? throw NoSuchQuery;
}
