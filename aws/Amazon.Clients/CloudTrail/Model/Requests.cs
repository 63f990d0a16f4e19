// Written by aws/write.py.
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

public class AmazonCloudTrailRequest : AmazonWebServiceRequest;

public class LookupEventsRequest : AmazonCloudTrailRequest
{
    [JsonPropertyName("EndTime")] public DateTime? EndTime { get; set; }
    [JsonPropertyName("EventCategory")] public EventCategory EventCategory { get; set; }
    [JsonPropertyName("LookupAttributes")] public List<LookupAttribute> LookupAttributes { get; set; }
    [JsonPropertyName("MaxResults")] public int? MaxResults { get; set; }
    [JsonPropertyName("NextToken")] public string NextToken { get; set; }
    [JsonPropertyName("StartTime")] public DateTime? StartTime { get; set; }
}
