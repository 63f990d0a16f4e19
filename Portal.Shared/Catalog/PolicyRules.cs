using System.Globalization;
using System.Text.Json;

namespace Portal.Shared.Catalog;

/// <summary>
/// What API Gateway takes as a resource policy, once for forms and doors:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
/// </summary>
public static class PolicyRules
{
    private static readonly string[] Parts = ["Principal", "Action", "Resource"];

    /// <summary>Null if the text is a policy; otherwise what is wrong, with its line: the member's where it is one, else that of the statement.</summary>
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

        var isList = statements.ValueKind is JsonValueKind.Array;
        List<JsonElement> all = isList ? [.. statements.EnumerateArray()] : [statements];

        if (all is [])
        {
            return $"{Line(text!, "/Statement")}A policy has one Statement at least.";
        }

        return all
            .Select((statement, index) => FaultOf(statement) is var (member, wrong) ? $"{Line(text!, $"/Statement{(isList ? $"/{index}" : "")}{member}")}{(isList ? $"statement {index + 1}: " : "")}{wrong}" : null)
            .FirstOrDefault(wrong => wrong is not null);
    }

    private static string Line(string text, string pointer) => JsonLines.Of(text).TryGetValue(pointer, out var line) ? string.Create(CultureInfo.InvariantCulture, $"Line {line}: ") : "";

    /// <summary>The member that it is about, as a pointer within the statement, or "" for the statement itself.</summary>
    private static (string Member, string Wrong)? FaultOf(JsonElement statement)
    {
        if (statement.ValueKind is not JsonValueKind.Object)
        {
            return ("", "a statement is an object.");
        }

        if (!statement.TryGetProperty("Effect", out var effect))
        {
            return ("", "Effect is missing; it is Allow or Deny.");
        }

        if (effect.ValueKind is not JsonValueKind.String || effect.GetString() is not ("Allow" or "Deny"))
        {
            return ("/Effect", "Effect is Allow or Deny.");
        }

        if (Array.Find(Parts, name => statement.TryGetProperty(name, out _) && statement.TryGetProperty("Not" + name, out _)) is { } twice)
        {
            return ("/Not" + twice, $"a statement has {twice} or Not{twice}, not both.");
        }

        return Array.Find(Parts, name => !statement.TryGetProperty(name, out _) && !statement.TryGetProperty("Not" + name, out _)) is { } missing
            ? ("", $"{missing} is missing.")
            : null;
    }
}
