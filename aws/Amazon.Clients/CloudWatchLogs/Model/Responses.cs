// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

public class CreateLogGroupResponse : AmazonWebServiceResponse
{
}

public class CreateLogStreamResponse : AmazonWebServiceResponse
{
}

public class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    public List<LogGroup> LogGroups { get; set; }
    public string NextToken { get; set; }
}

public class FilterLogEventsResponse : AmazonWebServiceResponse
{
    public List<FilteredLogEvent> Events { get; set; }
    public string NextToken { get; set; }
    public List<SearchedLogStream> SearchedLogStreams { get; set; }
}

public class PutLogEventsResponse : AmazonWebServiceResponse
{
    public string NextSequenceToken { get; set; }
    public RejectedEntityInfo RejectedEntityInfo { get; set; }
    public RejectedLogEventsInfo RejectedLogEventsInfo { get; set; }
}

public class PutRetentionPolicyResponse : AmazonWebServiceResponse
{
}
