// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

public class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest;

public class CreateLogGroupRequest : AmazonCloudWatchLogsRequest
{
    public bool? DeletionProtectionEnabled { get; set; }
    public string KmsKeyId { get; set; }
    public LogGroupClass LogGroupClass { get; set; }
    public string LogGroupName { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class CreateLogStreamRequest : AmazonCloudWatchLogsRequest
{
    public string LogGroupName { get; set; }
    public string LogStreamName { get; set; }
}

public class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    public List<string> AccountIdentifiers { get; set; }
    public bool? IncludeLinkedAccounts { get; set; }
    public int? Limit { get; set; }
    public LogGroupClass LogGroupClass { get; set; }
    public List<string> LogGroupIdentifiers { get; set; }
    public string LogGroupNamePattern { get; set; }
    public string LogGroupNamePrefix { get; set; }
    public string NextToken { get; set; }
}

public class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public long? EndTime { get; set; }
    public string FilterPattern { get; set; }
    public bool? Interleaved { get; set; }
    public int? Limit { get; set; }
    public string LogGroupIdentifier { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamNamePrefix { get; set; }
    public List<string> LogStreamNames { get; set; }
    public string NextToken { get; set; }
    public long? StartTime { get; set; }
    public bool? Unmask { get; set; }
}

public class PutLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public Entity Entity { get; set; }
    public List<InputLogEvent> LogEvents { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamName { get; set; }
    public string SequenceToken { get; set; }
}

public class PutRetentionPolicyRequest : AmazonCloudWatchLogsRequest
{
    public string LogGroupName { get; set; }
    public int? RetentionInDays { get; set; }
}
