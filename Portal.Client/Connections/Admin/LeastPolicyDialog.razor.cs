using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>The policy with which the portal works in a Region, to be pasted into AWS.</summary>
public sealed partial class LeastPolicyDialog
{
    private const string Writing = "writing";

    private string? _region;
    private string _purpose = Writing;
    private Load<LeastPolicy>? _policy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter]
    public string? Region { get; set; }

    public static Task ShowAsync(IDialogService dialogs, string region = "eu-west-1")
    {
        var parameters = new DialogParameters<LeastPolicyDialog> { { dialog => dialog.Region, region } };

        return dialogs.ShowAsync<LeastPolicyDialog>("Least IAM policy", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Medium, FullWidth = true });
    }

    protected override Task OnInitializedAsync()
    {
        _region = Region;
        return LoadAsync();
    }

    private async Task LoadAsync() => _policy = await Portal.SendAsync(new GetLeastPolicy { Region = _region?.Trim() ?? "", Writing = _purpose is Writing }, Leaving);
}
