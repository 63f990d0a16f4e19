using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Stages;

/// <summary>Stage variables without which calls would go nowhere: those in addresses, links and roles of integrations and authorizers.</summary>
internal static partial class VariablesInUse
{
    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Of(DefinitionSpec api) =>
    [
        .. api.Targets
            .OfType<string>()
            .SelectMany(text => Variable().Matches(text))
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A text with the variables filled in; an unknown one stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> variables) =>
        Variable().Replace(text, match => variables.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    [GeneratedRegex(@"\$\{stageVariables\.(?<name>[A-Za-z0-9_]+)\}")]
    private static partial Regex Variable();
}
