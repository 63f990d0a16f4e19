using System.Text.Json;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>How words stand in the files of other tools.</summary>
internal static class SnippetText
{
    /// <summary>JSON is YAML.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, GatewayJson.Canonical.String);

    /// <summary>As JSON quotes it; what would begin an expression is doubled.</summary>
    public static string TerraformQuoted(string text) => Quoted(text).Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    public static string Word(bool truth) => truth ? "true" : "false";

    /// <summary>As Terraform calls what CloudFormation names in capitals.</summary>
    public static string Snake(string name) => string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary>Tags among the arguments of a resource of Terraform's; none where none is set.</summary>
    public static IEnumerable<string> TerraformTags(SortedMap<string?>? tags) => tags.Set() is { } set
        ? ["  tags = {", .. set.Select(tag => $"    {TerraformQuoted(tag.Key)} = {TerraformQuoted(tag.Value!)}"), "  }"]
        : [];
}
