using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;
using Route = Portal.Server.Catalog.Documents.Route;

namespace Portal.Server.Plans;

/// <summary>What an approver must read beside the steps: where the plan will not do what it seems to say.</summary>
internal sealed class PlanNotes(PortalDb db)
{
    private const int MostNamed = 5;

    public async Task<IReadOnlyList<string>> OfAsync(UsagePlan plan, CancellationToken cancellationToken)
    {
        var names = await db.StageNamesAsync([plan], cancellationToken);
        var apis = plan.Stages.Select(stage => stage.ApiId).ToList();
        var sockets = await db.Set<Api>().Where(api => apis.Contains(api.Id) && api.Protocol == Protocol.WebSocket).Select(api => api.Id).ToHashSetAsync(cancellationToken);
        var notes = new List<string>();

        foreach (var stage in plan.Stages.OrderBy(stage => names[stage.StageId].InWords, StringComparer.Ordinal))
        {
            var text = await (
                from row in db.Set<Stage>()
                where row.Id == stage.StageId
                join release in db.Set<Release>() on row.ReleaseId equals release.Id
                join revision in db.Set<ApiRevision>() on release.RevisionId equals revision.Id
                select revision.Text).SingleOrDefaultAsync(cancellationToken);

            if (text is not null)
            {
                var routes = RouteTable.Of(ApiRevision.Read(text)).Routes.Where(route => route is { IsLeftOut: false, IsPreflight: false }).ToList();
                notes.AddRange(sockets.Contains(stage.ApiId) ? OfConnections(names[stage.StageId].InWords, routes) : Of(stage, names[stage.StageId].InWords, routes));
            }
        }

        return notes;
    }

    private static IEnumerable<string> Of(UsagePlanStage stage, string name, List<Route> routes)
    {
        var open = routes.Where(route => !route.ApiKeyRequired).Select(route => $"{route.Name.Method} {route.Name.Path}").ToList();

        if (open.Count > 0)
        {
            yield return $"In {name} {(open.Count == routes.Count ? "no method asks" : $"{open.Count} of {routes.Count} methods {(open.Count is 1 ? "does" : "do")} not ask")} for an API key: everybody may call {(open.Count is 1 ? "it" : "them")}, and this plan limits nobody there ({Listed(open)}).";
        }

        var unknown = stage.Methods.Where(limit => !routes.Exists(route => Covers(limit, route))).Select(limit => limit.Route).ToList();

        if (unknown.Count > 0)
        {
            yield return $"In {name} nothing answers to {Listed(unknown)}: {(unknown.Count is 1 ? "that limit has" : "those limits have")} no effect with the revision that runs there now.";
        }
    }

    /// <summary>Who has opened a connection is not asked again.</summary>
    private static IEnumerable<string> OfConnections(string name, List<Route> routes)
    {
        if (!routes.Exists(route => route is { Name.Path: "/$connect", ApiKeyRequired: true }))
        {
            yield return $"In {name} nobody is asked for an API key who opens a connection: everybody may, and this plan limits nobody there.";
        }
    }

    private static bool Covers(MethodLimit limit, Route route) =>
        limit.Route.Split(' ', 2) is [var method, var path] && path == route.Name.Path && (method is "*" or "ANY" || route.Name.Method is "ANY" || method == route.Name.Method);

    private static string Listed(List<string> routes) => string.Join(", ", routes.Take(MostNamed)) + (routes.Count > MostNamed ? $" and {routes.Count - MostNamed} more" : "");
}
