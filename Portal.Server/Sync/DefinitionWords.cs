using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Sync;

/// <summary>The words of a change set, for a room that must say beforehand what a definition would change.</summary>
internal sealed class DefinitionWords : IDefinitionWords
{
    public (IReadOnlyList<RouteChange> Routes, IReadOnlyList<string> Settings) Between(RestApiSpec? before, RestApiSpec after)
    {
        var lines = Difference.Between(before, after).Where(line => before is not null || line.Path is ["methods", ..]).ToList();

        return (
            [.. RestApiWords.Routes(lines).Select(route => new RouteChange
            {
                Kind = KindOf(before, after, route.Name),
                Route = route.Name,
                Sentence = route.Sentence,
            })],
            [.. RestApiWords.Settings(lines)]);
    }

    private static RouteChangeKind KindOf(RestApiSpec? before, RestApiSpec after, string route) => (before?.Methods.ContainsKey(route), after.Methods.ContainsKey(route)) switch
    {
        (true, true) => RouteChangeKind.Changed,
        (true, false) => RouteChangeKind.Removed,
        _ => RouteChangeKind.Added,
    };
}
