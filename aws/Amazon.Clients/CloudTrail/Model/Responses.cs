// Written by aws/write.py.
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

public class LookupEventsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("Events")] public List<Event> Events { get; set; }
    [JsonPropertyName("NextToken")] public string NextToken { get; set; }
}
