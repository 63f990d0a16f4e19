using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>The states of Terraform that a connection was given, and what each names.</summary>
public sealed partial class TerraformPanel
{
    private Refusal? _refusal;
    private string? _said;

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    [PersistentState]
    public Load<Page<TerraformStateView>>? States { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnInitializedAsync()
    {
        if (States is null)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => States = await Portal.SendAsync(new ListTerraformStates(Connection.Id), Leaving);

    private async Task GiveAsync(TerraformStateView? replaced)
    {
        if (await TerraformStateDialog.ShowAsync(Dialogs, Connection, replaced?.Name) is { } given)
        {
            (_said, _refusal) = (Words(given), null);
            await LoadAsync();
        }
    }

    private async Task TakeAsync(TerraformStateView state)
    {
        if (!await Dialogs.ConfirmAsync("Take the state away?", $"What '{state.Name}' alone names is no longer Terraform's for the portal: what bears the portal's tag can be changed from here again. Neither AWS nor Terraform is touched.", "Take away", dangerous: true))
        {
            return;
        }

        switch (await Portal.SendAsync(new TakeTerraformState(Connection.Id, state.Name), Leaving))
        {
            case Answer<Nothing>.Given:
                (_said, _refusal) = ($"{state.Name} was taken away.", null);
                break;
            case Answer<Nothing>.Refused(var refusal):
                (_said, _refusal) = (null, refusal);
                break;
        }

        await LoadAsync();
    }

    private static string Count(TerraformStateView state) => Counts.Words(state.Total, "thing");

    private static string More(TerraformStateView state) => string.Create(CultureInfo.InvariantCulture, $"And {state.Total - state.Things.Count:N0} more.");

    private static string Words(GivenTerraformState given) => string.Create(
        CultureInfo.InvariantCulture,
        $"{given.State.Name} names {Count(given.State)} of API Gateway, {given.Imported:N0} of them imported.{(given.Elsewhere is 0 ? "" : $" {given.Elsewhere:N0} resources of other Regions are left out.")}{(given.State.Total is 0 ? " Nothing is Terraform's by it." : "")}");
}
