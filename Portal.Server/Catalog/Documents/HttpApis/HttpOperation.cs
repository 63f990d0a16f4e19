using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>An operation of the document that becomes a route of an HTTP API.</summary>
/// <param name="Route">As the document names it.</param>
/// <param name="Pointer">Where it stands.</param>
/// <param name="Node">The operation.</param>
/// <param name="Lint">Where findings of it go.</param>
internal sealed partial record HttpOperation(RouteName Route, string Pointer, JsonObject Node, Lint Lint)
{
    /// <summary>The path of the route for whatever no other takes.</summary>
    public const string DefaultPath = "/" + HttpApiNormal.DefaultRoute;

    public bool IsDefault => Route.Path is DefaultPath;

    /// <summary>As findings name it.</summary>
    public string Name => Route.ToString();

    /// <summary>As specs name it.</summary>
    public string Key => IsDefault ? HttpApiNormal.DefaultRoute : Name;

    public IReadOnlySet<string> Variables { get; } = Variable().Matches(Route.Path).Select(match => match.Groups["name"].Value).ToHashSet();

    public void Find(LintRule rule, string place, string? subject = null) => Lint.Add(rule, Pointer + place, Name, subject);

    [GeneratedRegex(@"\{(?<name>[^{}+]+)\+?\}")]
    private static partial Regex Variable();
}
