using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Portal.Sandbox.Execution.Policies;

internal enum PolicyDecision
{
    /// <summary>No statement is about the request.</summary>
    Neither,
    Allowed,
    Denied,
}

/// <summary>What a policy is asked about.</summary>
/// <param name="Resource">The ARN of the method that is called.</param>
/// <param name="Principal">The ARN of the caller; null for one without a name.</param>
/// <param name="Key">The values of condition keys, by name in lower case.</param>
internal sealed record PolicyRequest(string Resource, string? Principal, Func<string, string?> Key)
{
    public const string Invoke = "execute-api:Invoke";

    public string Action { get; init; } = Invoke;

    /// <summary>The API's own ARN, up to its id; what short resources (<c>execute-api:/dev/*</c>) are relative to.</summary>
    public string Api => Resource.Split('/')[0];
}

/// <summary>A policy in IAM's language, of a resource or of an authorizer.</summary>
internal sealed class PolicyDocument
{
    private static readonly ConditionalWeakTable<string, PolicyDocument> Known = [];

    private readonly IReadOnlyList<Statement> _statements;

    private PolicyDocument(IReadOnlyList<Statement> statements) => _statements = statements;

    /// <summary>Read once; a text that is none denies everything, as it allows nothing.</summary>
    public static PolicyDocument Parse(string json) => Known.GetValue(json, static text =>
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement) ?? new([]);
        }
        catch (JsonException)
        {
            return new([]);
        }
    });

    /// <summary>Whether a text is a policy at all.</summary>
    public static bool IsOne(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Null if it has not the form of a policy.</summary>
    public static PolicyDocument? Of(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("Statement", out var statements))
        {
            return null;
        }

        List<Statement> read = [];
        foreach (var statement in statements.ValueKind is JsonValueKind.Array ? [.. statements.EnumerateArray()] : new[] { statements })
        {
            if (Statement.Of(statement) is not { } one)
            {
                return null;
            }

            read.Add(one);
        }

        return new(read);
    }

    public PolicyDecision Decide(PolicyRequest request)
    {
        var decision = PolicyDecision.Neither;
        foreach (var statement in _statements.Where(statement => statement.IsAbout(request)))
        {
            if (!statement.Allows)
            {
                return PolicyDecision.Denied;
            }

            decision = PolicyDecision.Allowed;
        }

        return decision;
    }
}
