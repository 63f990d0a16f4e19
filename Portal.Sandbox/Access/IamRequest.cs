using System.Text.Json;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Access;

/// <summary>A call as IAM sees it. API Gateway's actions are verbs and its ARNs are paths; the other services have an action for each operation.</summary>
internal static class IamRequest
{
    public static (string Action, string Resource) Of(CallScope scope, Operation operation, string[] segments, ReadOnlyMemory<byte> input, string verb) => scope.Service switch
    {
        // Routing rules have actions, and an account in their ARNs.
        "apigateway" when operation.Name.Contains("RoutingRule", StringComparison.Ordinal) =>
            ($"apigateway:{operation.Name.Replace("Put", "Update", StringComparison.Ordinal)}", $"arn:aws:apigateway:{scope.Region}:{scope.Account}:/{PathOf(segments)}"),
        "apigateway" => ($"apigateway:{verb}", $"arn:aws:apigateway:{scope.Region}::/{PathOf(segments)}"),
        "logs" => ($"logs:{operation.Name}", LogGroup(scope, input)),
        "monitoring" => ($"cloudwatch:{operation.Name}", "*"),
        "sts" => ($"sts:{operation.Name}", Member(input, "RoleArn") ?? "*"),
        "wafv2" => ($"wafv2:{operation.Name}", Member(input, "WebACLArn") ?? Member(input, "ResourceArn") ?? "*"),
        var service => ($"{service}:{operation.Name}", "*"),
    };

    /// <summary>Which version of the service is called, ARNs do not say.</summary>
    private static string PathOf(string[] segments) => string.Join('/', (segments is ["v2", .. var below] ? below : segments).Select(RawPath.Decoded));

    private static string LogGroup(CallScope scope, ReadOnlyMemory<byte> input) =>
        Member(input, "logGroupName") is { } name ? $"arn:aws:logs:{scope.Region}:{scope.Account}:log-group:{name}" : Member(input, "logGroupIdentifier") ?? Member(input, "resourceArn") ?? "*";

    private static string? Member(ReadOnlyMemory<byte> input, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(input.IsEmpty ? "{}"u8.ToArray() : input);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            // The operation will say so.
            return null;
        }
    }
}
