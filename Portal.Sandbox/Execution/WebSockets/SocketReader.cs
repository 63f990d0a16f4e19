using System.Net.WebSockets;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>
/// Reads what a client says until its connection ends, whoever ends it. A connection lives two hours, and ten minutes without a message; a client that has vanished is
/// noticed by pings.
/// </summary>
internal sealed class SocketReader(SocketMessages messages, TimeProvider time)
{
    private const int LongestMessage = 128 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How it ended.</summary>
    public async Task<SocketClosing> ReadAsync(SocketExchange connect, SocketConnection connection, WebSocket socket)
    {
        using CancellationTokenSource old = new(Longest, time);
        using CancellationTokenSource idle = new(LongestIdle, time);
        using CancellationTokenSource deleted = new();
        using var hard = CancellationTokenSource.CreateLinkedTokenSource(connect.Http.RequestAborted);
        connection.Ending = deleted;
        SocketClosing? ended = null;
        // A read that is cancelled breaks the connection: so it is told that it ends, and read on until it says the same.
        void End(SocketClosing closing)
        {
            ended ??= closing;
            hard.CancelAfter(Patience);
            _ = connection.CloseAsync(closing);
        }

        using var aging = old.Token.Register(() => End(SocketClosing.GoingAway));
        using var idling = idle.Token.Register(() => End(SocketClosing.GoingAway));
        using var deleting = deleted.Token.Register(() => End(SocketClosing.Deleted));
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var (content, type) = await NextAsync(socket, buffer, hard.Token);
                if (content is null)
                {
                    await connection.CloseAsync(SocketClosing.TooLong);
                    return SocketClosing.TooLong;
                }

                if (type is WebSocketMessageType.Close)
                {
                    await connection.CloseAsync(SocketClosing.Agreed);
                    return ended ?? SocketClosing.By(socket);
                }

                idle.CancelAfter(LongestIdle);
                connection.LastActiveAt = time.GetUtcNow();
                await messages.HandleAsync(connect, connection, content, type is WebSocketMessageType.Binary);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            return ended ?? SocketClosing.Abnormal;
        }
    }

    /// <summary>A message with no content is longer than one may be.</summary>
    private static async Task<(byte[]? Content, WebSocketMessageType Type)> NextAsync(WebSocket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        using MemoryStream message = new();
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            message.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage && message.Length <= LongestMessage);

        return (message.Length > LongestMessage ? null : message.ToArray(), received.MessageType);
    }
}
