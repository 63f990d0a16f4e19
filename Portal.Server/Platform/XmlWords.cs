using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.Server.Platform;

/// <summary>What the sources of an assembly say of its types and members, from the XML that the compiler writes beside it. Empty where that file is missing.</summary>
internal sealed partial class XmlWords
{
    private readonly Dictionary<string, string> _summaries = new(StringComparer.Ordinal);

    private XmlWords()
    {
    }

    public static XmlWords Of(Assembly assembly)
    {
        var words = new XmlWords();
        var file = Path.ChangeExtension(assembly.Location, ".xml");

        if (File.Exists(file))
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                if (member.Attribute("name")?.Value is { } name && member.Element("summary") is { } summary)
                {
                    words._summaries[name] = White().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();
                }
            }
        }

        return words;
    }

    public string? Of(Type type) => _summaries.GetValueOrDefault($"T:{type.FullName?.Replace('+', '.')}");

    public string? Of(PropertyInfo member) => _summaries.GetValueOrDefault($"P:{member.DeclaringType?.FullName?.Replace('+', '.')}.{member.Name}");

    private static string Text(XNode node) => node switch
    {
        // "P:Portal.Shared.Sync.RunView.Version" is called "version" by who reads JSON.
        XElement { Name.LocalName: "see" or "seealso" } see when see.Attribute("cref")?.Value is { } reference => Called(reference),
        XElement element => element.Attribute("name")?.Value ?? string.Concat(element.Nodes().Select(Text)),
        XText text => text.Value,
        _ => "",
    };

    private static string Called(string reference)
    {
        var name = reference[(reference.LastIndexOf('.') + 1)..];

        return reference.StartsWith("P:", StringComparison.Ordinal) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
