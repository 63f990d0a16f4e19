using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Takes a state of Terraform as a file or a text, and says why one could not be read.</summary>
public sealed partial class TerraformStateDialog
{
    private readonly Draft _draft = new();
    private ElementReference _textarea;
    private byte[]? _file;
    private string? _sentence;

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    /// <summary>The name of the state that is replaced; null where another is given.</summary>
    [Parameter]
    public string? Replaced { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    /// <returns>What was found in it; null where none was given.</returns>
    public static Task<GivenTerraformState?> ShowAsync(IDialogService dialogs, ConnectionView connection, string? replaced) =>
        dialogs.OpenAsync<TerraformStateDialog, GivenTerraformState>("A state of Terraform", new() { { dialog => dialog.Connection, connection }, { dialog => dialog.Replaced, replaced } });

    protected override void OnInitialized() => _draft.Name = Replaced;

    private async Task ReadAsync(InputFileChangeEventArgs change)
    {
        (_file, _sentence) = (null, null);

        if (change.File.Size > GiveTerraformState.MaxBytes)
        {
            _sentence = TooLarge(change.File.Size);
            return;
        }

        try
        {
            using var bytes = new MemoryStream();
            await using var stream = change.File.OpenReadStream(GiveTerraformState.MaxBytes, Leaving);
            await stream.CopyToAsync(bytes, Leaving);
            _file = bytes.ToArray();
        }
        catch (IOException)
        {
            _sentence = "The file could not be read to its end. Choose it again.";
        }
    }

    private async Task SaveAsync()
    {
        (Busy, _sentence) = (true, null);
        Errors.Clear();

        if (await StateAsync() is { } state)
        {
            await SendAsync(new GiveTerraformState { ConnectionId = Connection.Id, Name = _draft.Name ?? "", State = state });
        }

        Busy = false;
    }

    private async Task<byte[]?> StateAsync()
    {
        if (_file is not null)
        {
            return _file;
        }

        var (bytes, length) = await PastedText.ReadAsync(Browser, _textarea, GiveTerraformState.MaxBytes, Leaving);
        _sentence = bytes switch
        {
            null => TooLarge(length),
            [] => "Choose a file or paste a state first.",
            _ => null,
        };

        return _sentence is null ? bytes : null;
    }

    private static string TooLarge(long size) => $"It has {Sizes.Words(size)}; a state has at most 15 MB here. The example script leaves out before what is not of API Gateway. Nothing was changed.";

    private sealed class Draft
    {
        public string? Name { get; set; }
    }
}
