using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Writes the resource policy, from a purpose or as text; what is wrong is said with its line. Saving makes a revision.</summary>
public sealed partial class PolicyDialog
{
    private Draft _draft = new();
    private string? _fault;

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>What stands there now.</summary>
    [Parameter]
    public string? Policy { get; set; }

    private string What => _draft.Purpose switch
    {
        PolicyPurpose.OneAccount => "Accounts",
        PolicyPurpose.VpcEndpoints => "VPC endpoints",
        _ => "Addresses and ranges",
    };

    private string Example => _draft.Purpose switch
    {
        PolicyPurpose.OneAccount => "123456789012",
        PolicyPurpose.VpcEndpoints => "vpce-0123456789abcdef0",
        _ => "203.0.113.0/24",
    };

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, GuardsView view) => dialogs.OpenAsync<PolicyDialog, RevisedApi>(
        "Resource policy",
        new()
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.Revision, view.Revision },
            { dialog => dialog.Policy, view.Policy },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft = new() { Policy = Policy ?? "" };

    private static string Word(PolicyPurpose purpose) => purpose switch
    {
        PolicyPurpose.AllowRanges => "Only these addresses may call",
        PolicyPurpose.DenyRanges => "These addresses may not call",
        PolicyPurpose.OneAccount => "Only these AWS accounts may call",
        PolicyPurpose.VpcEndpoints => "Only these VPC endpoints may call",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void Fill()
    {
        string[] values = (_draft.Values ?? "").Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _fault = PolicyTemplate.FaultOf(_draft.Purpose, values);

        if (_fault is null)
        {
            _draft.Policy = PolicyTemplate.Of(_draft.Purpose, values);
        }
    }

    private Task<ValidationResult> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(new ValidationResult(
        PolicyRules.FaultOf(_draft.Policy) is { } fault ? [new ValidationFailure(nameof(Draft.Policy), fault)] : []));

    private Task SaveAsync() => SendAsync(new RouteEdit.SetPolicy { Policy = _draft.Policy ?? "" });

    private sealed class Draft
    {
        public PolicyPurpose Purpose { get; set; }

        public string? Values { get; set; } = "";

        public string? Policy { get; set; } = "";
    }
}
