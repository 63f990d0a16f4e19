using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>One connection: how it is entered, whether anything may be changed there, and what can be tried.</summary>
public sealed partial class ConnectionCard
{
    private Refusal? _refusal;
    private ConnectionTest? _test;
    private bool _busy;

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    /// <summary>Hears that it is no longer as it was given.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    /// <summary>Hears that it is gone, on a page that is about this one alone; in a list that is a change as any.</summary>
    [Parameter]
    public EventCallback OnRemoved { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    // The sandbox takes any key; the command line wants one.
    private string Shell(string url) =>
        $"""
         export AWS_ENDPOINT_URL={url} AWS_REGION={Connection.Region} AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox
         aws apigateway get-rest-apis
         """;

    private Task TestAsync() => DoAsync(new TestConnection(Connection.Id), test =>
    {
        _test = test;
        return Task.CompletedTask;
    });

    private async Task ToWritingAsync()
    {
        if (await Dialogs.ConfirmAsync("Switch to writing?", $"The portal may then create, change and delete in '{Connection.Name}' ({Connection.Region}) what bears its tag, each time after an approval.", "Switch to writing", dangerous: true, typed: Connection.Name))
        {
            await DoAsync(new SwitchToWriting { Id = Connection.Id, TypedName = Connection.Name }, Changed);
        }
    }

    private async Task ToReadOnlyAsync()
    {
        if (await Dialogs.ConfirmAsync("Back to read-only?", $"The portal can then change nothing in '{Connection.Name}'. What runs there goes on running.", "Back to read-only"))
        {
            await DoAsync(new SwitchToReadOnly(Connection.Id), Changed);
        }
    }

    private async Task AccessLogsAsync()
    {
        if (await AccessLogsDialog.ShowAsync(Dialogs, Connection) is not null)
        {
            await OnChanged.InvokeAsync();
        }
    }

    private async Task TerraformAsync()
    {
        if (await TerraformTagDialog.ShowAsync(Dialogs, Connection) is not null)
        {
            await OnChanged.InvokeAsync();
        }
    }

    private async Task RemoveAsync()
    {
        if (await Dialogs.ConfirmAsync("Remove the connection?", $"The portal forgets '{Connection.Name}'. AWS is not touched.", "Remove", dangerous: true))
        {
            await DoAsync(new RemoveConnection(Connection.Id), _ => (OnRemoved.HasDelegate ? OnRemoved : OnChanged).InvokeAsync());
        }
    }

    private Task Changed(ConnectionView changed) => OnChanged.InvokeAsync();

    private async Task DoAsync<T>(IRequest<T> deed, Func<T, Task> then)
    {
        (_busy, _refusal) = (true, null);
        StateHasChanged();
        switch (await Portal.SendAsync(deed, Leaving))
        {
            case Answer<T>.Given(var given):
                await then(given);
                break;
            case Answer<T>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
