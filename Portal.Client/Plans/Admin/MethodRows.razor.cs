using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Plans.Admin;

/// <summary>Limits for single methods of a stage, which go before the plan's own.</summary>
public sealed partial class MethodRows
{
    private IReadOnlyList<string> _routes = [];
    private Refusal? _refusal;

    [Parameter, EditorRequired]
    public required PlanStageDraft Stage { get; set; }

    [CascadingParameter]
    public required EditContext Form { get; set; }

    private List<string> Free => [.. _routes.Except(Stage.Methods.Select(method => method.Route).OfType<string>())];

    /// <summary>Of the revision that runs there, or else of the latest.</summary>
    protected override async Task OnInitializedAsync()
    {
        switch (await Portal.SendAsync(new GetRoutes(Stage.ApiId, Stage.Runs), Leaving))
        {
            case Answer<RoutesView>.Given(var view):
                _routes = [.. view.Routes.Where(route => route is { IsLeftOut: false, IsPreflight: false }).Select(route => $"{route.Method} {route.Path}")];
                break;
            case Answer<RoutesView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }
    }

    /// <summary>What is chosen may be a route that the revision does not have: it stays until somebody chooses another.</summary>
    private IEnumerable<string> Routes(MethodDraft method) => Free.Prepend(method.Route ?? "");

    private void Add() => Stage.Methods.Add(new MethodDraft { Route = Free[0] });

    private void Changed(MethodDraft method)
    {
        foreach (var field in Fields(method))
        {
            Form.NotifyFieldChanged(field);
        }
    }

    private IEnumerable<string> Faults(MethodDraft method) => Fields(method).SelectMany(Form.GetValidationMessages).Distinct();

    private static IEnumerable<FieldIdentifier> Fields(MethodDraft method) =>
        new[] { nameof(MethodDraft.Route), nameof(MethodDraft.RateLimit), nameof(MethodDraft.BurstLimit) }.Select(name => new FieldIdentifier(method, name));
}
