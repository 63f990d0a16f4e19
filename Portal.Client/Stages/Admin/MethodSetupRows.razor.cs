using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

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

    private List<string> Free => [.. _routes.Prepend(StageSetup.AllMethods).Except(Methods.Select(method => method.Method))];

    /// <summary>Of the revision that runs there, or else of the latest.</summary>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && await Portal.SendAsync(new GetRoutes(Stage.ApiId, Stage.Runs?.Revision), Leaving) is Answer<RoutesView>.Given(var view))
        {
            _routes = [.. view.Routes.Where(route => !route.IsLeftOut).Select(route => $"{route.Method} {route.Path}")];
        }
    }

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
