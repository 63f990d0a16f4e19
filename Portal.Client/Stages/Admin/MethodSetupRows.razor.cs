using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Client.Stages.Admin;

/// <summary>Limits, logs, metrics and caching by method, and for all methods that have none of their own.</summary>
public sealed partial class MethodSetupRows
{
    private IReadOnlyList<string> _routes = [];
    private string? _chosen;
    private MethodSetupDraft? _opened;

    [Parameter, EditorRequired]
    public required List<MethodSetupDraft> Methods { get; set; }

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    /// <summary>What the stage's API is.</summary>
    [Parameter, EditorRequired]
    public required Protocol Protocol { get; set; }

    private string All => Protocol is Protocol.Rest ? "All methods" : "All routes";

    private string Name(MethodSetupDraft method) => method.Method is StageSetup.AllMethods ? All : method.Method;

    private List<string> Free => [.. _routes.Prepend(StageSetup.AllMethods).Except(Methods.Select(method => method.Method))];

    /// <summary>Of the revision that runs there, or else of the latest.</summary>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && await Portal.SendAsync(new GetRoutes(Stage.ApiId, Stage.Runs?.Revision), Leaving) is Answer<RoutesView>.Given(var view))
        {
            _routes = [.. view.Routes.Where(route => !route.IsLeftOut).Select(KeyOf)];
        }
    }

    /// <summary>As AWS names it: a route for what no other takes, and a WebSocket API's, have no method.</summary>
    private string KeyOf(RouteView route) => Protocol is Protocol.WebSocket || (Protocol is Protocol.Http && route.Path is "/$default") ? route.Path[1..] : $"{route.Method} {route.Path}";

    private static string Summary(MethodSetupDraft method) => string.Join(" · ", Said(method));

    private static IEnumerable<string> Said(MethodSetupDraft method)
    {
        if (!string.IsNullOrWhiteSpace(method.RateLimit))
        {
            yield return $"{method.RateLimit} per second";
        }

        if (method.Logging is not ExecutionLog.Off)
        {
            yield return "logged";
        }

        if (method.Metrics)
        {
            yield return "metrics";
        }

        if (method.Caching)
        {
            yield return $"cached for {method.CacheTtl} s";
        }
    }

    private void Add()
    {
        var free = Free;
        _opened = new MethodSetupDraft { Method = _chosen is not null && free.Contains(_chosen) ? _chosen : free[0] };
        _chosen = null;
        Methods.Add(_opened);
    }
}
