using System.Text.Json;

namespace Portal.Shared.Catalog;

/// <summary>
/// What API Gateway takes as a resource policy, once for forms and doors:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
/// </summary>
public static class PolicyRules
{
    private static readonly string[] Parts = ["Principal", "Action", "Resource"];

    /// <summary>Null if the text is a policy; otherwise what is wrong, with the line where it is no JSON, or the number of the statement.</summary>
    public static string? FaultOf(string? text)
    {
        if (JsonRules.FaultOf(text) is { } fault)
        {
            return fault;
        }

        using var policy = JsonDocument.Parse(text!);

        if (!policy.RootElement.TryGetProperty("Statement", out var statements))
        {
            return "A policy has a Statement.";
        }

        List<JsonElement> all = statements.ValueKind is JsonValueKind.Array ? [.. statements.EnumerateArray()] : [statements];

        return all is [] ? "A policy has one Statement at least." : all.Select((statement, index) => FaultOf(statement) is { } wrong ? $"Statement {index + 1}: {wrong}" : null).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? FaultOf(JsonElement statement)
    {
        if (statement.ValueKind is not JsonValueKind.Object)
        {
            return "a statement is an object.";
        }

        if (!statement.TryGetProperty("Effect", out var effect) || effect.ValueKind is not JsonValueKind.String || effect.GetString() is not ("Allow" or "Deny"))
        {
            return "Effect is Allow or Deny.";
        }

        return Array.Find(Parts, name => !statement.TryGetProperty(name, out _) && !statement.TryGetProperty("Not" + name, out _)) is { } missing
            ? $"{missing} is missing."
            : null;
    }
}
