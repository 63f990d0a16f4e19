using System.Runtime.CompilerServices;
using Amazon.CloudWatchLogs.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>What stands in CloudWatch Logs.</summary>
internal sealed class LogGroups(AwsClients aws) : ILogSource
{
    public async IAsyncEnumerable<LogLine> ReadAsync(string group, DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new FilterLogEventsRequest
        {
            LogGroupIdentifier = group,
            StartTime = from.ToUnixTimeMilliseconds(),
            // Here the end is included.
            EndTime = until.ToUnixTimeMilliseconds() - 1,
        };

        do
        {
            // A page may be empty while there is more.
            var page = await Calls.AskAsync(aws.Logs.FilterLogEventsAsync, request, cancellationToken);

            foreach (var line in page.Events ?? [])
            {
                yield return new LogLine(DateTimeOffset.FromUnixTimeMilliseconds(line.Timestamp ?? 0), line.Message ?? "");
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
