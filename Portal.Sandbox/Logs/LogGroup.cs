using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.Logs;

/// <summary>A log group as DescribeLogGroups shows it.</summary>
internal sealed record LogGroup(string Name, long Created, int? RetentionInDays, long StoredBytes)
{
    public void WriteTo(ShapeWriter writer, string region, string account)
    {
        var arn = $"arn:aws:logs:{region}:{account}:log-group:{Name}";
        writer.Member("logGroupName", Name);
        writer.Member("creationTime", Created);
        writer.Member("retentionInDays", RetentionInDays);
        writer.Member("metricFilterCount", 0);
        writer.Member("arn", $"{arn}:*");
        writer.Member("storedBytes", StoredBytes);
        writer.Member("logGroupClass", "STANDARD");
        writer.Member("logGroupArn", arn);
        writer.Member("deletionProtectionEnabled", false);
    }
}

/// <summary>A log stream as DescribeLogStreams shows it; its times are null until the first event.</summary>
internal sealed record LogStream(string Name, long Created, long? First, long? Last, long? Ingested)
{
    public void WriteTo(ShapeWriter writer, string group, string region, string account)
    {
        writer.Member("logStreamName", Name);
        writer.Member("creationTime", Created);
        writer.Member("firstEventTimestamp", First);
        writer.Member("lastEventTimestamp", Last);
        writer.Member("lastIngestionTime", Ingested);
        writer.Member("arn", $"arn:aws:logs:{region}:{account}:log-group:{group}:log-stream:{Name}");
        writer.Member("storedBytes", 0);
    }
}
