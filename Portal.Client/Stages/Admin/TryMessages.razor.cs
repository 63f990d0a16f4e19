using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Opens a connection to a stage of a WebSocket API, sends messages, and shows what comes back.</summary>
public sealed partial class TryMessages
{
    private readonly Talk _call = new();
    private Load<SocketTalk>? _talk;
    private bool _busy;

    [Parameter, EditorRequired]
    public required Guid StageId { get; set; }

    /// <summary>Where the connection is opened.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>The routes that messages name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Messages { get; set; }

    protected override void OnInitialized() => Choose(Messages is [var first, ..] ? first : null);

    /// <summary>Most APIs are told by the member "action"; what names a route in this one, its document says.</summary>
    private void Choose(string? name)
    {
        if (name is not null)
        {
            _call.Text = $"{{\"action\": {JsonSerializer.Serialize(name)}}}";
        }
    }

    private async Task SendAsync()
    {
        _busy = true;
        _talk = await Portal.SendAsync(_call.ToRequest(StageId), Leaving);
        _busy = false;
    }
}
