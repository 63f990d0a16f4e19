using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Client.Catalog.Admin;

/// <summary>Says who may call several routes at once, or whatever demands nothing of its own. Saving makes a revision.</summary>
public sealed partial class GuardDialog
{
    private Draft _draft = new();

    /// <summary>Whether routes can demand API keys.</summary>
    [Parameter]
    public bool HasKeys { get; set; } = true;

    [Parameter, EditorRequired]
    public required GuardsView Security { get; set; }

    /// <summary>Null sets the default.</summary>
    [Parameter]
    public IReadOnlyList<RouteView>? Routes { get; set; }

    /// <summary>Of a WebSocket API: only $connect is guarded, and is what is given.</summary>
    [Parameter]
    public bool IsSocket { get; set; }

    private string[] Authorizers => [.. Security.Schemes.Where(scheme => scheme.Kind is SchemeKind.Authorizer).Select(scheme => scheme.Name)];

    private IReadOnlyList<string> Names => [.. (Routes ?? []).Where(route => !route.IsPreflight).Select(route => route.Name())];

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, ApiView api, GuardsView security, IReadOnlyList<RouteView>? routes) => dialogs.OpenAsync<GuardDialog, RevisedApi>(
        "Guard",
        new()
        {
            { dialog => dialog.ApiId, api.Id },
            { dialog => dialog.HasKeys, api.Protocol is Protocol.Rest or Protocol.WebSocket },
            { dialog => dialog.IsSocket, api.Protocol is Protocol.WebSocket },
            { dialog => dialog.Security, security },
            { dialog => dialog.Routes, routes },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft = Routes is null
        ? new() { Guard = GuardDraft.Of(Security.Default, followsDefault: false), ApiKeyRequired = Security.DefaultApiKey, KeySource = Security.ApiKeySource }
        : IsSocket ? new() { Guard = GuardDraft.Of(Routes[0].Guard, followsDefault: false), Operations = Names, ApiKeyRequired = Routes[0].ApiKeyRequired, KeySource = Security.ApiKeySource }
        : new() { KeySource = Security.ApiKeySource, Guard = GuardDraft.Of(Authorizers is [var first, ..] ? new Guard.By { Authorizer = first } : new Guard.Iam(), followsDefault: false) };

    private string Now(string name) => Routes!.First(route => route.Name() == name) is var route && route.FollowsDefault ? $"as the default: {route.Guard.Words().ToLowerInvariant()}" : route.Guard.Words();

    private async Task SaveAsync()
    {
        if (Edits() is not { Count: > 0 } edits)
        {
            Dialog.Cancel();
            return;
        }

        await SendAsync(edits);
    }

    /// <summary>A guard that is not edited here is kept.</summary>
    private List<RouteEdit> Edits()
    {
        var edits = new List<RouteEdit>();

        if (_draft.Guard.Guard is { } guard)
        {
            edits.Add(Routes is null ? new RouteEdit.SetDefaultGuard { Guard = guard, ApiKeyRequired = _draft.ApiKeyRequired } : new RouteEdit.SetGuard { Operations = _draft.Operations, Guard = guard });
        }

        if (IsSocket && Routes?[0].ApiKeyRequired != _draft.ApiKeyRequired)
        {
            edits.Add(new RouteEdit.ChangeSocketRoute { Key = "$connect", ApiKeyRequired = _draft.ApiKeyRequired });
        }

        if (_draft.KeySource != Security.ApiKeySource)
        {
            edits.Add(new RouteEdit.SetApiKeySource { Source = _draft.KeySource });
        }

        return edits;
    }

    private sealed class Draft
    {
        public GuardDraft Guard { get; init; } = new();

        public bool ApiKeyRequired { get; set; }

        public ApiKeySource KeySource { get; set; }

        public IReadOnlyList<string> Operations { get; set; } = [];
    }
}
