using System.Net.WebSockets;
using System.Text;

namespace Portal.Sandbox.Traffic;

/// <summary>A connection to a stage of a WebSocket API, some messages, and its end.</summary>
internal static class LiveTalk
{
    /// <summary>Whether it was opened.</summary>
    public static async Task<bool> TalkAsync(Uri stage, string? key, IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        using ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        if (key is not null)
        {
            socket.Options.SetRequestHeader("x-api-key", key);
        }

        try
        {
            await socket.ConnectAsync(stage, cancellationToken);
        }
        catch (WebSocketException) when (socket.HttpStatusCode is not 0)
        {
            return false;
        }

        foreach (var message in messages)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        // What comes back is read to its end, or the other side would be cut off before it has answered.
        var buffer = new byte[4 * 1024];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType is not WebSocketMessageType.Close)
        {
        }

        return true;
    }
}
