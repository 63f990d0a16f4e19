using System.Net.WebSockets;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>One open connection. Messages to its client come from its own routes and from <c>@connections</c>, one after the other; a client that does not take them is cut off.</summary>
internal sealed class SocketConnection(string id, SocketStage stage, HttpContext http, WebSocket socket, DateTimeOffset connectedAt) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _sending = new(1);

    public string Id => id;

    public SocketStage Stage => stage;

    public DateTimeOffset ConnectedAt { get; } = connectedAt;

    public DateTimeOffset LastActiveAt { get; set; } = connectedAt;

    public string? SourceIp { get; } = http.Connection.RemoteIpAddress?.ToString();

    public string UserAgent { get; } = http.Request.Headers.UserAgent.ToString();

    /// <summary>Ends what waits for its client's next message, for idleness, age or because somebody deleted it.</summary>
    public CancellationTokenSource? Ending { get; set; }

    /// <summary>False if the client has gone.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> message, bool isBinary)
    {
        using CancellationTokenSource patience = new(Patience);
        try
        {
            await _sending.WaitAsync(patience.Token);
            try
            {
                await socket.SendAsync(message, isBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, patience.Token);
                return true;
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            socket.Abort();
            return false;
        }
    }

    /// <summary>Has it closed by whoever reads it.</summary>
    public void End()
    {
        try
        {
            Ending?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended meanwhile.
        }
    }

    public async Task CloseAsync(SocketClosing closing)
    {
        using CancellationTokenSource patience = new(Patience);
        try
        {
            await _sending.WaitAsync(patience.Token);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)closing.Status, closing.Reason, patience.Token);
                }
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            socket.Abort();
        }
    }

    public void Dispose() => _sending.Dispose();
}
