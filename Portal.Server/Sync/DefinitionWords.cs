using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Sync;

/// <summary>The words of a change set, for a room that must say beforehand what a definition would change.</summary>
internal sealed class DefinitionWords : IDefinitionWords
{
    public (IReadOnlyList<RouteChange> Routes, IReadOnlyList<string> Settings) Between(DefinitionSpec? before, DefinitionSpec after)
    {
        var lines = Difference.Between(before, after).Where(line => before is not null || RestApiWords.IsRoute(line)).ToList();

        return (
            [.. RestApiWords.Routes(lines).Select(route => new RouteChange
            {
                Kind = KindOf(before, after, route.Name),
                Route = route.Name,
                Sentence = route.Sentence,
            })],
            [.. RestApiWords.Settings(lines)]);
    }

    public IReadOnlyList<string> Between(StageSettingsSpec before, StageSettingsSpec after) => StageSettingsWords.Of(before, after);

    private static RouteChangeKind KindOf(DefinitionSpec? before, DefinitionSpec after, string route) => (before?.RouteKeys.Contains(route), after.RouteKeys.Contains(route)) switch
    {
        (true, true) => RouteChangeKind.Changed,
        (true, false) => RouteChangeKind.Removed,
        _ => RouteChangeKind.Added,
    };
}
