using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.CloudTrail;

/// <summary>What a person does with CloudTrail.</summary>
internal static class Events
{
    public static async Task<JsonArray> EventsAsync(this Bench bench, object? question = null) =>
        (await bench.NamedAsync("cloudtrail", "LookupEvents", question ?? new { }))["Events"]!.AsArray();

    /// <summary>By one attribute, newest first, as the events themselves say it.</summary>
    public static async Task<IReadOnlyList<JsonNode>> EventsAsync(this Bench bench, string key, string value) =>
        [.. (await bench.EventsAsync(new { LookupAttributes = new[] { new { AttributeKey = key, AttributeValue = value } } })).Select(found => JsonNode.Parse((string)found!["CloudTrailEvent"]!)!)];
}
