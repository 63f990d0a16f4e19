using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Client.Stages.Admin;

/// <summary>Calls a stage as anybody could, and shows what it answers.</summary>
public sealed partial class TryIt
{
    private readonly Call _call = new();
    private IReadOnlyList<RouteView> _routes = [];
    private SocketRoutesView? _spoken;
    private string? _address;
    private Load<TryAnswer>? _answer;
    private bool _busy;
    private bool _isKnown;

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    /// <summary>What messages name, and $default last.</summary>
    private IReadOnlyList<string> Messages =>
        [.. (_spoken?.Routes ?? []).Where(route => !route.IsLeftOut && route.Key is not ("$connect" or "$disconnect")).Select(route => route.Key).OrderBy(key => key is RouteMessage.DefaultRoute)];

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive || Stage.Runs is not { } runs)
        {
            return;
        }

        if (await Portal.SendAsync(new GetRoutes(Stage.ApiId, runs.Revision), Leaving) is Answer<RoutesView>.Given(var view))
        {
            _routes = [.. view.Routes.Where(route => !route.IsLeftOut)];
            Choose(_routes is [var first, ..] ? $"{first.Method} {first.Path}" : null);
        }

        if (await Portal.SendAsync(new GetStageAddress(Stage.Id), Leaving) is Answer<StageAddressView>.Given({ InvokeUrl: var url }))
        {
            if (url is ['w', 's', ..] && await Portal.SendAsync(new GetSocketRoutes(Stage.ApiId, runs.Revision), Leaving) is Answer<SocketRoutesView>.Given(var spoken))
            {
                _spoken = spoken;
            }

            _address = url;
        }

        _isKnown = true;
    }

    private void Choose(string? route)
    {
        if (route?.Split(' ', 2) is [var method, var path])
        {
            (_call.Method, _call.Path) = (method is "ANY" ? "GET" : method, path);
        }
    }

    private async Task SendAsync()
    {
        _busy = true;
        _answer = await Portal.SendAsync(_call.ToRequest(Stage.Id), Leaving);
        _busy = false;
    }
}
