using System.Text.Json;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Access;

/// <summary>A call as IAM sees it. API Gateway's actions are verbs and its ARNs are paths; the other services have an action for each operation.</summary>
internal static class IamRequest
{
    public static (string Action, string Resource) Of(CallScope scope, Operation operation, string[] segments, ReadOnlyMemory<byte> input, string verb) => scope.Service switch
    {
        "apigateway" => ($"apigateway:{verb}", $"arn:aws:apigateway:{scope.Region}::/{string.Join('/', segments.Select(RawPath.Decoded))}"),
        "logs" => ($"logs:{operation.Name}", LogGroup(scope, input)),
        "monitoring" => ($"cloudwatch:{operation.Name}", "*"),
        "sts" => ($"sts:{operation.Name}", Member(input, "RoleArn") ?? "*"),
        "wafv2" => ($"wafv2:{operation.Name}", Member(input, "WebACLArn") ?? Member(input, "ResourceArn") ?? "*"),
        var service => ($"{service}:{operation.Name}", "*"),
    };

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
