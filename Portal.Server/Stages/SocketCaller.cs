using System.Net.WebSockets;
using System.Text;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Opens a connection to the address of a stage of a WebSocket API, says what it was given and listens until nothing comes any more.</summary>
internal sealed class SocketCaller(TimeProvider clock)
{
    /// <summary>API Gateway sends no longer ones.</summary>
    private const int LongestMessage = 128 * 1024;

    private const int MostMessages = 100;

    /// <summary>Whoever never falls silent is left after that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>What the trail says of a talk: what is sent may hold secrets.</summary>
    public static string Said(int messages) => $"CONNECT, {messages} message{(messages is 1 ? "" : "s")}";

    public async Task<Answer<SocketTalk>> TalkAsync(Uri stage, TrySocket request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;

        foreach (var header in request.Headers)
        {
            socket.Options.SetRequestHeader(header.Name, header.Value);
        }

        var started = clock.GetTimestamp();

        try
        {
            await socket.ConnectAsync(new UriBuilder(stage) { Query = StageCaller.Query(request.Query) }.Uri, both.Token);
        }
        catch (WebSocketException) when (socket.HttpStatusCode is not 0)
        {
            return Talk(stage, (int)socket.HttpStatusCode, clock.GetElapsedTime(started), [], null);
        }
        catch (WebSocketException failed)
        {
            return Refusals.NoAnswer($"{stage.GetLeftPart(UriPartial.Authority)}: {failed.Message}");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Refusals.NoAnswer($"No answer came within {Patience.TotalSeconds} seconds.");
        }

        var opened = clock.GetElapsedTime(started);
        var received = new List<SocketMessage>();

        try
        {
            foreach (var message in request.Messages)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }

            await ListenAsync(socket, received, TimeSpan.FromSeconds(request.Silence), cancellationToken);
        }
        catch (WebSocketException failed)
        {
            return Talk(stage, StatusCodes.Status101SwitchingProtocols, opened, received, $"the connection broke: {failed.Message}");
        }

        return Talk(stage, StatusCodes.Status101SwitchingProtocols, opened, received, ClosedBy(socket));
    }

    /// <summary>Until it is closed, or nothing comes for so long. A receive that is given up breaks the connection, so the one under way is left to end with the farewell.</summary>
    private async Task ListenAsync(ClientWebSocket socket, List<SocketMessage> received, TimeSpan silence, CancellationToken cancellationToken)
    {
        var opened = clock.GetTimestamp();
        var next = ReceiveAsync(socket, cancellationToken);

        while (received.Count < MostMessages && clock.GetElapsedTime(opened) < Longest)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

            if (await Task.WhenAny(next, Task.Delay(silence, clock, quiet.Token)) != next)
            {
                cancellationToken.ThrowIfCancellationRequested();
                break;
            }

            await quiet.CancelAsync();

            if (await next is not { } message)
            {
                await CloseAsync(socket, cancellationToken);

                return;
            }

            received.Add(new SocketMessage(message.Text, message.IsBase64, clock.GetElapsedTime(opened).TotalMilliseconds));
            next = ReceiveAsync(socket, cancellationToken);
        }

        await CloseAsync(socket, cancellationToken);

        for (var left = MostMessages; left > 0 && await Task.WhenAny(next, Task.Delay(Goodbye, clock, cancellationToken)) == next && await next is not null; left--)
        {
            next = ReceiveAsync(socket, cancellationToken);
        }

        socket.Abort();
        await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static Task CloseAsync(ClientWebSocket socket, CancellationToken cancellationToken) => socket.State is WebSocketState.Open or WebSocketState.CloseReceived
        ? socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken)
        : Task.CompletedTask;

    /// <summary>A whole message; null where the other side closes the connection.</summary>
    private static async Task<(string Text, bool IsBase64)?> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];

        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);

            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);

            if (message.Length > LongestMessage)
            {
                throw new WebSocketException("A message is longer than API Gateway sends any.");
            }

            if (part.EndOfMessage)
            {
                return part.MessageType is WebSocketMessageType.Text ? (Encoding.UTF8.GetString(message.ToArray()), false) : (Convert.ToBase64String(message.ToArray()), true);
            }
        }
    }

    private static string? ClosedBy(ClientWebSocket socket) => socket.CloseStatus is not { } status || status is WebSocketCloseStatus.NormalClosure ? null
        : string.IsNullOrEmpty(socket.CloseStatusDescription) ? $"{(int)status}" : $"{(int)status} {socket.CloseStatusDescription}";

    private static SocketTalk Talk(Uri stage, int status, TimeSpan opened, IReadOnlyList<SocketMessage> received, string? closed) => new()
    {
        Status = status,
        Milliseconds = opened.TotalMilliseconds,
        Received = received,
        Closed = closed,
        Url = stage.GetLeftPart(UriPartial.Path),
    };
}
