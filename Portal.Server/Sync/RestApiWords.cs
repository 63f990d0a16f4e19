using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells what changes in the definition of an API: a sentence for each route, and for each thing beside the routes.</summary>
internal static partial class RestApiWords
{
    private const int MostNamed = 6;

    public static IReadOnlyList<string> Of(IReadOnlyList<DifferenceLine> lines) => [.. Routes(lines).Select(route => route.Sentence), .. Settings(lines)];

    /// <summary>By path.</summary>
    public static IEnumerable<(string Name, string Sentence)> Routes(IReadOnlyList<DifferenceLine> lines) => lines
        .Where(IsRoute)
        .GroupBy(line => line.Path[1])
        .OrderBy(route => PathOf(route.Key), StringComparer.Ordinal).ThenBy(route => route.Key, StringComparer.Ordinal)
        .Select(route => (route.Key, Route(route)));

    /// <summary>What stands beside the routes.</summary>
    public static IEnumerable<string> Settings(IReadOnlyList<DifferenceLine> lines) =>
    [
        .. lines.Where(line => line.Path is [_]).Select(Member),
        .. lines.Where(line => !IsRoute(line) && line.Path.Count > 1).GroupBy(line => line.Path[0]).SelectMany(Entries),
    ];

    public static bool IsRoute(DifferenceLine line) => line.Path is ["methods" or "routes" or "messageRoutes", ..];

    private static string PathOf(string route) => route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string Route(IGrouping<string, DifferenceLine> route) => route.ToArray() switch
    {
        [{ Path.Count: 2, Before: null, After: { } after }] => $"Adds {route.Key}, {Described(route.First().Path[0], after)}.",
        [{ Path.Count: 2, After: null }] => $"Removes {route.Key}.",
        var lines when lines.All(line => line.Path is [_, _, "integration", _, ..]) => $"Changes the integration of {route.Key}: {Listed(lines, 3)}.",
        var lines => $"Changes {route.Key}: {Listed(lines, 2)}.{Opened(lines)}",
    };

    private static string Described(string map, string route) => map is "messageRoutes" ? MethodWords.Describe(JsonSerializer.Deserialize(route, GatewayJson.Canonical.MessageRouteSpec)!)
        : map is "routes" ? MethodWords.Describe(JsonSerializer.Deserialize(route, GatewayJson.Canonical.HttpRouteSpec)!)
        : MethodWords.Describe(JsonSerializer.Deserialize(route, GatewayJson.Canonical.MethodSpec)!);

    private static string Listed(DifferenceLine[] lines, int from)
    {
        var named = lines.Take(MostNamed).Select(line => $"{Words(line.Path.Skip(from))} {Shown(line.Before)} -> {Shown(line.After)}");
        var more = lines.Length > MostNamed ? $"; and {lines.Length - MostNamed} more" : "";

        return string.Join("; ", named) + more;
    }

    // Whoever approves must not have to know that NONE means everybody.
    private static string Opened(DifferenceLine[] lines) => lines.Any(line => line is { Path: [_, _, "authorizationType"], After: "\"NONE\"" })
        ? " It can then be called without authorization."
        : "";

    private static string Member(DifferenceLine line) => line.Before is null
        ? $"Sets the {Words(line.Path)} to {Shown(line.After)}."
        : $"Changes the {Words(line.Path)}: {Shown(line.Before)} -> {Shown(line.After)}.";

    /// <summary>Models, validators, authorizers and gateway responses, by name.</summary>
    private static IEnumerable<string> Entries(IGrouping<string, DifferenceLine> map)
    {
        if (map.Key is "cors")
        {
            return [$"Changes what browsers are told that ask from another site (CORS): {Listed([.. map], 1)}."];
        }

        if (map.Key is "policy")
        {
            return [$"Changes the resource policy: {Listed([.. map], 1)}."];
        }

        var noun = Words([map.Key]).TrimEnd('s');
        var byVerb = map.GroupBy(line => line.Path[1]).GroupBy(Verb, entry => entry.Key);

        return byVerb.Select(group => $"{group.Key} the {noun}{(group.Count() is 1 ? "" : "s")} {Named([.. group])}.");
    }

    private static string Verb(IGrouping<string, DifferenceLine> entry) => entry.ToArray() switch
    {
        [{ Path.Count: 2, Before: null }] => "Adds",
        [{ Path.Count: 2, After: null }] => "Removes",
        _ => "Changes",
    };

    private static string Named(string[] names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "");

    private static string Shown(string? json) => json is null ? "(none)" : DifferenceLine.Shortened(json);

    /// <summary>"timeoutInMillis" is read as "timeout in millis"; keys of maps stand as they are.</summary>
    private static string Words(IEnumerable<string> path) => string.Join(' ', path.Select(segment => segment switch
    {
        "uri" => "URI",
        "httpMethod" => "HTTP method",
        "apiKeyRequired" => "API key required",
        _ when CamelCase().IsMatch(segment) => Capital().Replace(segment, match => $" {match.Value.ToLowerInvariant()}"),
        _ => segment,
    }));

    [GeneratedRegex("^[a-z]+([A-Z][a-z]+)+$")]
    private static partial Regex CamelCase();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
