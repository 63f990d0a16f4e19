using System.Text.Json;

namespace Portal.Sandbox.Execution.Policies;

/// <summary>One statement of a policy.</summary>
internal sealed record Statement
{
    public required bool Allows { get; init; }

    /// <summary>Null where none is named: the policies of authorizers are about their caller.</summary>
    public required IReadOnlyList<string>? Principals { get; init; }

    public required bool IsNotPrincipals { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public required bool IsNotActions { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    public required bool IsNotResources { get; init; }

    public required IReadOnlyList<Condition> Conditions { get; init; }

    public static Statement? Of(JsonElement statement)
    {
        if (statement.ValueKind is not JsonValueKind.Object || !statement.TryGetProperty("Effect", out var effect) || effect.ToString() is not ("Allow" or "Deny"))
        {
            return null;
        }

        var (actions, isNotActions) = List(statement, "Action");
        var (resources, isNotResources) = List(statement, "Resource");
        var (principals, isNotPrincipals) = List(statement, "Principal");
        return actions is null ? null : new()
        {
            Allows = effect.ToString() is "Allow",
            Principals = principals,
            IsNotPrincipals = isNotPrincipals,
            Actions = actions,
            IsNotActions = isNotActions,
            Resources = resources ?? ["*"],
            IsNotResources = isNotResources,
            Conditions = statement.TryGetProperty("Condition", out var conditions) && conditions.ValueKind is JsonValueKind.Object ? [.. conditions.EnumerateObject().SelectMany(Condition.Of)] : [],
        };
    }

    public bool IsAbout(PolicyRequest request) =>
        Actions.Any(action => Wildcard.Matches(action, request.Action, ignoreCase: true)) != IsNotActions
        && Resources.Any(resource => Wildcard.Matches(Full(resource, request), request.Resource)) != IsNotResources
        && (Principals is null || Principals.Any(principal => Is(principal, request.Principal)) != IsNotPrincipals)
        && Conditions.All(condition => condition.Holds(request));

    private static string Full(string resource, PolicyRequest request) =>
        resource.StartsWith("execute-api:/", StringComparison.Ordinal) ? $"{request.Api}{resource["execute-api:".Length..]}" : resource;

    // A principal is everybody, an account (by number or root), or one of its users.
    private static bool Is(string principal, string? caller) =>
        principal is "*" || (caller is not null && (principal == caller || (caller.Split(':') is [_, _, _, _, var account, ..] && (principal == account || principal.EndsWith($"::{account}:root", StringComparison.Ordinal)))));

    private static (IReadOnlyList<string>? Values, bool IsNot) List(JsonElement statement, string name)
    {
        var isNot = !statement.TryGetProperty(name, out var value);
        return !isNot || statement.TryGetProperty($"Not{name}", out value) ? (Texts(value), isNot) : (null, false);
    }

    private static string[] Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Texts)],
        JsonValueKind.Object => [.. value.EnumerateObject().SelectMany(member => Texts(member.Value))],
        _ => [value.ToString()],
    };
}
