using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Client.Catalog.Admin;

/// <summary>What a resource policy mostly is for.</summary>
public enum PolicyPurpose
{
    AllowRanges,
    DenyRanges,
    OneAccount,
    VpcEndpoints,
}

/// <summary>
/// Resource policies for what they are mostly for:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
/// </summary>
internal static partial class PolicyTemplate
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null if the values are good; otherwise what they have to be.</summary>
    public static string? FaultOf(PolicyPurpose purpose, IReadOnlyList<string> values) => purpose switch
    {
        _ when values is [] => "Say which, a line each.",
        PolicyPurpose.AllowRanges or PolicyPurpose.DenyRanges => values.FirstOrDefault(value => !IPNetwork.TryParse(value, out _) && !IPAddress.TryParse(value, out _)) is { } wrong
            ? $"'{wrong}' is no address and no range like 203.0.113.0/24."
            : null,
        PolicyPurpose.OneAccount => values.FirstOrDefault(value => !Account().IsMatch(value)) is { } wrong ? $"'{wrong}' is no account: 12 digits." : null,
        PolicyPurpose.VpcEndpoints => values.FirstOrDefault(value => !Endpoint().IsMatch(value)) is { } wrong ? $"'{wrong}' is no VPC endpoint like vpce-0123456789abcdef0." : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"execute-api:/*" is each route and stage of the API that has the policy.</summary>
    public static string Of(PolicyPurpose purpose, IReadOnlyList<string> values)
    {
        JsonObject[] statements = purpose switch
        {
            PolicyPurpose.AllowRanges => [Statement("Allow", "*", null), Statement("Deny", "*", Condition("NotIpAddress", "aws:SourceIp", values))],
            PolicyPurpose.DenyRanges => [Statement("Allow", "*", null), Statement("Deny", "*", Condition("IpAddress", "aws:SourceIp", values))],
            PolicyPurpose.OneAccount => [Statement("Allow", new JsonObject { ["AWS"] = List([.. values.Select(account => $"arn:aws:iam::{account}:root")]) }, null)],
            PolicyPurpose.VpcEndpoints => [Statement("Allow", "*", null), Statement("Deny", "*", Condition("StringNotEquals", "aws:SourceVpce", values))],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString(Readable);
    }

    private static JsonObject Statement(string effect, JsonNode principal, JsonObject? condition)
    {
        var statement = new JsonObject { ["Effect"] = effect, ["Principal"] = principal, ["Action"] = "execute-api:Invoke", ["Resource"] = "execute-api:/*" };

        if (condition is not null)
        {
            statement["Condition"] = condition;
        }

        return statement;
    }

    private static JsonObject Condition(string operation, string key, IReadOnlyList<string> values) => new() { [operation] = new JsonObject { [key] = List(values) } };

    private static JsonArray List(IReadOnlyList<string> values) => [.. values.Select(value => (JsonNode)value)];

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex Account();

    [GeneratedRegex(@"\Avpce-[0-9a-f]{8,17}\z")]
    private static partial Regex Endpoint();
}
