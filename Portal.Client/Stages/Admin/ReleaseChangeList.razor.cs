using Microsoft.AspNetCore.Components;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What callers of a stage would find changed: routes, what stands beside them, variables. Routes that are gone stand first.</summary>
public sealed partial class ReleaseChangeList
{
    private const int Few = 3;
    private const int Most = 20;

    private bool _all;

    [Parameter, EditorRequired]
    public required ReleaseChange Change { get; set; }

    private IEnumerable<RouteChange> Shown => Change.Routes.OrderByDescending(route => route.Kind).Take(_all ? int.MaxValue : Most);
}
