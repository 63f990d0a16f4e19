// Written by aws/write.py.
using System.Text.Json.Serialization;

namespace Amazon.CloudTrail.Model;

public class Event
{
    [JsonPropertyName("AccessKeyId")] public string AccessKeyId { get; set; }
    [JsonPropertyName("CloudTrailEvent")] public string CloudTrailEvent { get; set; }
    [JsonPropertyName("EventId")] public string EventId { get; set; }
    [JsonPropertyName("EventName")] public string EventName { get; set; }
    [JsonPropertyName("EventSource")] public string EventSource { get; set; }
    [JsonPropertyName("EventTime")] public DateTime? EventTime { get; set; }
    [JsonPropertyName("ReadOnly")] public string ReadOnly { get; set; }
    [JsonPropertyName("Resources")] public List<Resource> Resources { get; set; }
    [JsonPropertyName("Username")] public string Username { get; set; }
}

public class LookupAttribute
{
    [JsonPropertyName("AttributeKey")] public LookupAttributeKey AttributeKey { get; set; }
    [JsonPropertyName("AttributeValue")] public string AttributeValue { get; set; }
}

public class Resource
{
    [JsonPropertyName("ResourceName")] public string ResourceName { get; set; }
    [JsonPropertyName("ResourceType")] public string ResourceType { get; set; }
}
