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

    /// <summary>Which part of a message names its route.</summary>
    [Parameter, EditorRequired]
    public required string Selection { get; set; }

    /// <summary>The routes of messages.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Messages { get; set; }

    private bool Suggests => SuggestedMessage.Of(Selection, SuggestedMessage.Default) is not null;

    protected override void OnInitialized() => Choose(Messages is [var first, ..] ? first : null);

    private static string Word(string route) => route is SuggestedMessage.Default ? $"{route}: names no other" : route;

    private void Choose(string? route)
    {
        if (route is not null && SuggestedMessage.Of(Selection, route) is { } message)
        {
            _call.Text = message;
        }
    }

    private async Task SendAsync()
    {
        _busy = true;
        _talk = await Portal.SendAsync(_call.ToRequest(StageId), Leaving);
        _busy = false;
    }
}
