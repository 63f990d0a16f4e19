using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Opens a connection to a stage of a WebSocket API, sends messages, and shows what comes back.</summary>
public sealed partial class TryMessages
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    private bool Suggests => RouteMessage.Of(Selection, RouteMessage.DefaultRoute) is not null;

    protected override void OnInitialized() => Choose(Messages is [var first, ..] ? first : null);

    private static string Word(string route) => route is RouteMessage.DefaultRoute ? $"{route}: names no other" : route;

    private void Choose(string? route)
    {
        if (route is not null && RouteMessage.Of(Selection, route) is { } message)
        {
            _call.Text = message.ToJsonString(Readable);
        }
    }

    private async Task SendAsync()
    {
        _busy = true;
        _talk = await Portal.SendAsync(_call.ToRequest(StageId), Leaving);
        _busy = false;
    }
}
