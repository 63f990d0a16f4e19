namespace Portal.Sandbox.Execution;

/// <summary>
/// The execution log of a stage, where its method settings ask for one: how each call went (INFO) or each that failed (ERROR), a line an event, into the group
/// <c>API-Gateway-Execution-Logs_{apiId}/{stage}</c>, which is made with its first line.
/// </summary>
internal static class ExecutionLog
{
    private const int LongestLine = 1_024;

    /// <summary>Whether anything of the call may be written; for who routed it.</summary>
    public static bool Wants(Exchange exchange) => exchange.Shared.Setting is { LoggingLevel: "INFO" or "ERROR" };

    public static void Write(Exchange exchange, int status, DateTimeOffset now)
    {
        if (exchange.Method is null || exchange.Shared.Setting is not { LoggingLevel: "INFO" or "ERROR" } setting || (setting.LoggingLevel is "ERROR" && exchange.Fault is null))
        {
            return;
        }

        var group = $"API-Gateway-Execution-Logs_{exchange.Address.ApiId}/{exchange.Stage.StageName}";
        var stream = AccessLog.StreamName(exchange.Address.ApiId, exchange.Stage);
        var all = Lines(exchange, setting.LoggingLevel is "INFO", setting.DataTraceEnabled, status).Select(line => $"({exchange.RequestId}) {line}");
        exchange.Region.Logs.Add(group, stream, now, all.Select(line => new Logs.LogEvent(now.ToUnixTimeMilliseconds(), line[..Math.Min(line.Length, LongestLine)])), makesGroup: true);
    }

    private static IEnumerable<string> Lines(Exchange exchange, bool isWhole, bool seesAll, int status)
    {
        if (isWhole)
        {
            yield return $"Extended Request Id: {exchange.ExtendedRequestId}";
            if (exchange.ApiKeyId is { } key)
            {
                yield return $"Verifying Usage Plan for request: {exchange.RequestId}. API Key: {key} API Stage: {exchange.Shared.StageKey}";
            }

            foreach (var line in ExecutionLines.Begin(exchange, seesAll, exchange.BodyText))
            {
                yield return line;
            }
        }

        if (exchange.Exceeded is { } exceeded)
        {
            yield return exceeded;
        }

        foreach (var line in ExecutionLines.End(exchange, isWhole && seesAll, null, status))
        {
            yield return line;
        }
    }
}
