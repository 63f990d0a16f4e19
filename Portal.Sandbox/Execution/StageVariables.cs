using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>Stage variables in the addresses of integrations and authorizers.</summary>
internal static partial class StageVariables
{
    /// <summary>A stage's variables; the canary's own go before them.</summary>
    public static Map<string> Of(Stage stage, CanarySettings? canary)
    {
        var variables = stage.Variables ?? Map<string>.Empty;
        return canary?.StageVariableOverrides is { Count: > 0 } own ? Map<string>.Of([.. variables, .. own]) : variables;
    }

    /// <summary><c>${stageVariables.name}</c> becomes the variable's value, or nothing.</summary>
    public static string Into(string? uri, Func<string, string?> variable) =>
        uri is null || !uri.Contains('$') ? uri ?? "" : Reference().Replace(uri, match => variable(match.Groups["name"].Value) ?? "");

    [GeneratedRegex(@"\$\{stageVariables\.(?<name>\w+)\}")]
    private static partial Regex Reference();
}
