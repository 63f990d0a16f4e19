using System.Runtime.CompilerServices;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.Wire;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>
/// Finds the route of a call: the path that fits most closely (a static part before a variable, a variable before a greedy one), of two with the same path the one
/// for the verb before the one for any, and <c>$default</c> for what fits nowhere. Unlike in REST APIs, a path that is there without the verb may go to a greedy one.
/// </summary>
internal sealed class HttpRouter
{
    private static readonly ConditionalWeakTable<Definition, HttpRouter> Built = [];

    private readonly IReadOnlyList<Entry> _entries;
    private readonly Route? _default;

    private HttpRouter(Definition definition)
    {
        _default = definition.Routes.Values.FirstOrDefault(route => route.RouteKey is Route.Default);
        _entries =
        [
            .. from route in definition.Routes.Values
               where route.RouteKey is not Route.Default
               let parts = route.RouteKey.Split(' ', 2)
               let segments = Trimmed(RawPath.Segments(parts[1]))
               // Sorted so that the first that fits fits best.
               orderby string.Concat(segments.Select(Rank)), parts[0] is "ANY"
               select new Entry(route, parts[0], segments),
        ];
    }

    public static HttpRouter Of(Definition definition) => Built.GetValue(definition, static key => new(key));

    public (Route Route, IReadOnlyDictionary<string, string> Parameters)? Find(string verb, IReadOnlyList<string> path)
    {
        var segments = Trimmed([.. path]);
        foreach (var entry in _entries)
        {
            if ((entry.Verb == verb || entry.Verb is "ANY") && Fits(entry.Segments, segments) is { } parameters)
            {
                return (entry.Route, parameters);
            }
        }

        return _default is null ? null : (_default, new Dictionary<string, string>());
    }

    private static string[] Trimmed(string[] segments) => segments is [.. var rest, ""] ? rest : segments;

    // The end of a path sorts before anything that goes on.
    private static char Rank(string segment) => segment switch
    {
        ['{', .., '+', '}'] => '3',
        ['{', .., '}'] => '2',
        _ => '1',
    };

    private static Dictionary<string, string>? Fits(string[] pattern, string[] path)
    {
        Dictionary<string, string> parameters = new(StringComparer.Ordinal);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is ['{', .. var greedy, '+', '}'])
            {
                if (i >= path.Length)
                {
                    return null;
                }

                parameters[greedy] = string.Join('/', path.Skip(i));
                return parameters;
            }

            if (i >= path.Length)
            {
                return null;
            }

            if (pattern[i] is ['{', .. var name, '}'])
            {
                if (path[i] is "")
                {
                    return null;
                }

                parameters[name] = path[i];
            }
            else if (pattern[i] != RawPath.Decoded(path[i]))
            {
                return null;
            }
        }

        return pattern.Length == path.Length ? parameters : null;
    }

    private sealed record Entry(Route Route, string Verb, string[] Segments);
}
