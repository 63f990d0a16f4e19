using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>A stage as the files of other tools name it.</summary>
/// <param name="ApiId">AWS's id of a foreign API; null of one of the portal's, which is a reference there.</param>
/// <param name="Stage">The name of the stage.</param>
/// <param name="Words">"dev of Pets".</param>
internal sealed partial record SnippetPlace(string? ApiId, string Stage, string Words)
{
    /// <summary>What CloudFormation may call the API: two of a plan are not mistaken for each other. Without letters to make it of, as any.</summary>
    public string LogicalId => $"{string.Concat(NameParts.Select(part => char.ToUpperInvariant(part[0]) + part[1..]))}Api";

    /// <summary>What Terraform may call it.</summary>
    public string Label => NameParts is [] ? "this" : $"{(char.IsAsciiDigit(NameParts[0][0]) ? "_" : "")}{string.Join('_', NameParts).ToLowerInvariant()}";

    private List<string> NameParts => Words.Split(" of ", 2) is [_, var api] ? [.. Letters().Matches(api).Select(match => match.Value)] : [];

    /// <summary>A run knows stages as "dev of Pets"; a stage that it does not know is said by the portal's key.</summary>
    public static SnippetPlace Of(string key, IReadOnlyDictionary<string, string> names)
    {
        if (UsagePlanSpec.ForeignOf(key) is { } foreign)
        {
            return new(foreign.RestApiId, foreign.StageName, "");
        }

        var name = names.GetValueOrDefault(key, key);

        return new(null, name.Split(' ')[0], name);
    }

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Letters();
}
