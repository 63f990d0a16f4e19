// Written by aws/write.py.
using System.Text.Json.Serialization;
using Amazon.Wire;

namespace Amazon.CloudWatchLogs.Model;

public class Entity
{
    public Dictionary<string, string> Attributes { get; set; }
    public Dictionary<string, string> KeyAttributes { get; set; }
}

public class FilteredLogEvent
{
    public string EventId { get; set; }
    public long? IngestionTime { get; set; }
    public string LogStreamName { get; set; }
    public string Message { get; set; }
    public long? Timestamp { get; set; }
}

public class InputLogEvent
{
    public string Message { get; set; }
    [JsonConverter(typeof(MillisecondsConverter))] public DateTime? Timestamp { get; set; }
}

public class LogGroup
{
    public string Arn { get; set; }
    public bool? BearerTokenAuthenticationEnabled { get; set; }
    [JsonConverter(typeof(MillisecondsConverter))] public DateTime? CreationTime { get; set; }
    public DataProtectionStatus DataProtectionStatus { get; set; }
    public bool? DeletionProtectionEnabled { get; set; }
    public List<string> InheritedProperties { get; set; }
    public string KmsKeyId { get; set; }
    public string LogGroupArn { get; set; }
    public LogGroupClass LogGroupClass { get; set; }
    public string LogGroupName { get; set; }
    public int? MetricFilterCount { get; set; }
    public int? RetentionInDays { get; set; }
    public long? StoredBytes { get; set; }
}

public class RejectedEntityInfo
{
    public EntityRejectionErrorType ErrorType { get; set; }
}

public class RejectedLogEventsInfo
{
    public int? ExpiredLogEventEndIndex { get; set; }
    public int? TooNewLogEventStartIndex { get; set; }
    public int? TooOldLogEventEndIndex { get; set; }
}

public class SearchedLogStream
{
    public string LogStreamName { get; set; }
    public bool? SearchedCompletely { get; set; }
}
