using System.Net.WebSockets;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>
/// Serves stages of WebSocket APIs: opens connections if <c>$connect</c> lets them, takes messages to their routes, and tells <c>$disconnect</c> when they end, whoever ends
/// them. A connection lives two hours, and ten minutes without a message; a client that has vanished is noticed by pings.
/// </summary>
internal sealed class SocketStages(SocketAuthorization authorization, SocketIntegrations integrations, Connections connections, Throttles throttles, TimeProvider time)
{
    private const string InvalidBody = "Invalid request body";
    private const int LongestMessage = 128 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SocketKeys _keys = new(throttles);

    /// <summary>False if there is no such stage.</summary>
    public async Task<bool> HandleAsync(HttpContext context, StageAddress address, Region region, WholeApi api)
    {
        if (api.Stages.Find(address.Stage) is not { } stage || api.Deployments.Find(stage.DeploymentId ?? "") is not { Definition: { } definition } || (definition.Api.DisableExecuteApiEndpoint && address.IsDefaultEndpoint))
        {
            return false;
        }

        SocketStage opened = new(region, api, stage, definition);
        if (address.Segments is [var mark, var id] && Uri.UnescapeDataString(mark) is "@connections")
        {
            await connections.HandleAsync(context, opened, Uri.UnescapeDataString(id));
            return true;
        }

        if (!context.WebSockets.IsWebSocketRequest || address.Segments is not [])
        {
            return false;
        }

        await OpenAsync(context, opened);
        return true;
    }

    private async Task OpenAsync(HttpContext context, SocketStage stage)
    {
        var now = time.GetUtcNow();
        var connect = Event(context, stage, Connections.NewId(), "CONNECT", "$connect", RouteSelection.Of(stage.Definition, "$connect"), now);
        var refusal = await RefusalAsync(connect, context);
        connect.Status = refusal ?? StatusCodes.Status101SwitchingProtocols;
        SocketMeasures.Record(connect, refusal is >= 400 and < 500, time.GetUtcNow());
        if (refusal is { } status)
        {
            context.Response.StatusCode = status;
            context.Response.Headers["x-amzn-RequestId"] = connect.RequestId;
            context.Response.ContentType = "application/json";
            var text = connect.Error ?? status switch { 401 => "Unauthorized", 403 => "Forbidden", 429 => "Too Many Requests", >= 500 => "Internal server error", _ => "Forbidden" };
            await context.Response.WriteAsync($$"""{"message": "{{text}}", "connectionId":"{{connect.ConnectionId}}", "requestId":"{{connect.RequestId}}"}""", context.RequestAborted);
            return;
        }

        var protocol = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault();
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        using SocketConnection connection = new(connect.ConnectionId, stage, context, socket, now);
        connections.Add(connection);
        (int? Status, string? Reason) closing = (1006, "Connection Closed Abnormally");
        try
        {
            closing = await ReceiveAsync(context, stage, connect, connection, socket);
        }
        finally
        {
            connections.Remove(connection);
            await EndAsync(context, connect, closing);
        }
    }

    /// <summary>The status with which the handshake is refused; null if it may be completed.</summary>
    private async Task<int?> RefusalAsync(SocketExchange connect, HttpContext context)
    {
        if (connect.Route is not { } route)
        {
            return null;
        }

        if (await authorization.RefusalAsync(connect) is { } unauthorized)
        {
            return unauthorized;
        }

        if (SocketModels.Missing(connect) is { Length: > 0 } missing)
        {
            connect.Error = missing;
            return StatusCodes.Status400BadRequest;
        }

        if (_keys.Refusal(connect) is { } keyless)
        {
            return keyless;
        }

        if (!Admits(connect.Stage, "$connect"))
        {
            return StatusCodes.Status429TooManyRequests;
        }

        if (route.Target is null)
        {
            return null;
        }

        var answer = await integrations.AnswerAsync(connect, context.RequestAborted);
        return answer.IsGood ? null : answer.Status is >= 400 and <= 599 ? answer.Status : StatusCodes.Status502BadGateway;
    }

    private async Task<(int? Status, string? Reason)> ReceiveAsync(HttpContext context, SocketStage stage, SocketExchange connect, SocketConnection connection, WebSocket socket)
    {
        using CancellationTokenSource old = new(Longest, time);
        using CancellationTokenSource idle = new(LongestIdle, time);
        using CancellationTokenSource deleted = new();
        using CancellationTokenSource hard = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        connection.Ending = deleted;
        (int? Status, string? Reason)? ended = null;
        // A read that is cancelled breaks the connection: so it is told that it ends, and read on until it says the same.
        void End(int status, string why)
        {
            ended ??= (status, why);
            hard.CancelAfter(Patience);
            _ = connection.CloseAsync((WebSocketCloseStatus)status, why);
        }

        using var aging = old.Token.Register(() => End(1001, "Going away"));
        using var idling = idle.Token.Register(() => End(1001, "Going away"));
        using var deleting = deleted.Token.Register(() => End(1000, "Connection Closed Normally"));
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                using MemoryStream message = new();
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await socket.ReceiveAsync(buffer.AsMemory(), hard.Token);
                    message.Write(buffer, 0, received.Count);
                    if (message.Length > LongestMessage)
                    {
                        await connection.CloseAsync(WebSocketCloseStatus.MessageTooBig, "Message too long");
                        return (1009, "Message too long");
                    }
                }
                while (!received.EndOfMessage);

                if (received.MessageType is WebSocketMessageType.Close)
                {
                    await connection.CloseAsync(WebSocketCloseStatus.NormalClosure, "");
                    return ended ?? ((int?)socket.CloseStatus ?? 1005, socket.CloseStatusDescription);
                }

                idle.CancelAfter(LongestIdle);
                connection.LastActiveAt = time.GetUtcNow();
                await MessageAsync(context, stage, connect, connection, message.ToArray(), received.MessageType is WebSocketMessageType.Binary, context.RequestAborted);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            return ended ?? (1006, "Connection Closed Abnormally");
        }
    }

    private async Task MessageAsync(HttpContext context, SocketStage stage, SocketExchange connect, SocketConnection connection, byte[] message, bool isBinary, CancellationToken cancellationToken)
    {
        var text = System.Text.Encoding.UTF8.GetString(message);
        var route = RouteSelection.Find(stage.Definition, text);
        var exchange = Event(context, stage, connection.Id, "MESSAGE", route?.RouteKey ?? "$default", route, connection.ConnectedAt, message, isBinary);
        (exchange.Caller, exchange.ApiKeyId) = (connect.Caller, connect.ApiKeyId);
        var refusal = route is null ? "Forbidden" : !Admits(stage, route.RouteKey) ? "Too Many Requests" : SocketModels.Fits(exchange) ? null : InvalidBody;
        SocketAnswer? answer = null;
        if (refusal is null)
        {
            answer = await integrations.AnswerAsync(exchange, cancellationToken);
            refusal = answer.Status >= 500 ? "Internal server error" : null;
        }

        exchange.Error ??= refusal;
        exchange.Status = refusal switch { null => 200, InvalidBody => 400, "Forbidden" => 403, "Too Many Requests" => 429, _ => 500 };
        SocketMeasures.Record(exchange, exchange.Status is 400 or 403 or 429, time.GetUtcNow());
        if (refusal is not null)
        {
            await connection.SendAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"message": "{{refusal}}", "connectionId":"{{connection.Id}}", "requestId":"{{exchange.RequestId}}"}"""), isBinary: false);
        }
        else if (answer is { Body.Length: > 0 } && route!.RouteResponseSelectionExpression is not null && stage.Definition.RouteResponses.Find(route.RouteId) is { Count: > 0 })
        {
            await connection.SendAsync(answer.Body, answer.IsBinary);
        }
    }

    private async Task EndAsync(HttpContext context, SocketExchange connect, (int? Status, string? Reason) closing)
    {
        if (RouteSelection.Of(connect.Stage.Definition, "$disconnect") is not { Target: not null } route)
        {
            return;
        }

        SocketExchange exchange = new()
        {
            Stage = connect.Stage,
            Http = context,
            ConnectionId = connect.ConnectionId,
            EventType = "DISCONNECT",
            RouteKey = "$disconnect",
            Route = route,
            Time = time.GetUtcNow(),
            ConnectedAt = connect.ConnectedAt,
            Closing = closing,
            Caller = connect.Caller,
            ApiKeyId = connect.ApiKeyId,
        };
        // The client has gone; its end is told all the same.
        exchange.Status = (await integrations.AnswerAsync(exchange, CancellationToken.None)).Status;
        SocketMeasures.Record(exchange, clientError: false, time.GetUtcNow());
    }

    private bool Admits(SocketStage stage, string routeKey)
    {
        var (own, all) = (stage.Stage.RouteSettings.Find(routeKey), stage.Stage.DefaultRouteSettings);
        return throttles.TryTake(stage.Region, stage.Key, routeKey, own?.ThrottlingRateLimit ?? all.ThrottlingRateLimit, own?.ThrottlingBurstLimit ?? all.ThrottlingBurstLimit);
    }

    private SocketExchange Event(HttpContext context, SocketStage stage, string id, string type, string key, ApiGatewayV2.Routes.Route? route, DateTimeOffset connectedAt, byte[]? body = null, bool isBinary = false) => new()
    {
        Stage = stage,
        Http = context,
        ConnectionId = id,
        EventType = type,
        RouteKey = key,
        Route = route,
        Time = time.GetUtcNow(),
        ConnectedAt = connectedAt,
        Body = body ?? [],
        IsBinary = isBinary,
    };
}
