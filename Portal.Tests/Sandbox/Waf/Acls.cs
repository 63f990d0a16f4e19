using System.Text;
using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.Waf;

/// <summary>Web ACLs before the stage dev of an API.</summary>
internal static class Acls
{
    /// <summary>Puts one there; what it was made of, for a change, is the answer.</summary>
    public static async Task<(string Id, string LockToken)> FilterAsync(this Bench bench, string api, object defaultAction, object? bodies = null, params string[] rules)
    {
        var made = (await bench.NamedAsync("wafv2", "CreateWebACL", Acl(defaultAction, rules, bodies)))["Summary"]!;
        await bench.NamedAsync("wafv2", "AssociateWebACL", new { WebACLArn = $"{made["ARN"]}", ResourceArn = $"arn:aws:apigateway:eu-central-1::/restapis/{api}/stages/dev" });
        return ($"{made["Id"]}", $"{made["LockToken"]}");
    }

    public static object Acl(object defaultAction, string[] rules, object? bodies = null, string? id = null, string? lockToken = null) => new
    {
        Name = "front",
        Scope = "REGIONAL",
        Id = id,
        LockToken = lockToken,
        DefaultAction = defaultAction,
        CustomResponseBodies = bodies,
        Rules = rules.Select(rule => JsonNode.Parse(rule)),
        VisibilityConfig = new { SampledRequestsEnabled = false, CloudWatchMetricsEnabled = false, MetricName = "front" },
    };

    public static string Rule(string statement, string action = """{"Block": {}}""", int priority = 0) => $$"""
        {"Name": "r{{priority}}", "Priority": {{priority}}, "Action": {{action}}, "Statement": {{statement}}, "VisibilityConfig": {"SampledRequestsEnabled": false, "CloudWatchMetricsEnabled": false, "MetricName": "r"} }
        """;

    public static string Bytes(string field, string position, string wanted, params string[] transformations) => $$"""
        {"ByteMatchStatement": {"SearchString": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(wanted))}}", "FieldToMatch": {{field}}, "PositionalConstraint": "{{position}}",
          "TextTransformations": [{{string.Join(", ", (transformations is [] ? ["NONE"] : transformations).Select((type, place) => $$"""{"Priority": {{place}}, "Type": "{{type}}"}"""))}}]} }
        """;
}
