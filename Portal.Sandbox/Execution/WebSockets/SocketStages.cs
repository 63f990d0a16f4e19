using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>Serves stages of WebSocket APIs: opens connections if <c>$connect</c> lets them, has their messages read, and tells <c>$disconnect</c> when they end, whoever ends them.</summary>
internal sealed class SocketStages(SocketAuthorization authorization, SocketIntegrations integrations, Connections connections, Throttles throttles, TimeProvider time)
{
    private readonly SocketKeys _keys = new(throttles);
    private readonly SocketReader _reader = new(new(integrations, throttles, time), time);

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
        SocketExchange connect = new()
        {
            Stage = stage,
            Http = context,
            ConnectionId = Connections.NewId(),
            EventType = "CONNECT",
            RouteKey = "$connect",
            Route = RouteSelection.Of(stage.Definition, "$connect"),
            Time = now,
            ConnectedAt = now,
        };
        var refusal = await RefusalAsync(connect);
        connect.Status = refusal ?? StatusCodes.Status101SwitchingProtocols;
        SocketMeasures.Record(connect, refusal is >= 400 and < 500, time.GetUtcNow());
        if (refusal is { } status)
        {
            context.Response.StatusCode = status;
            context.Response.Headers["x-amzn-RequestId"] = connect.RequestId;
            context.Response.ContentType = "application/json";
            var text = connect.Error ?? status switch { 401 => "Unauthorized", 429 => "Too Many Requests", >= 500 => "Internal server error", _ => "Forbidden" };
            await context.Response.WriteAsync(connect.Refused(text), context.RequestAborted);
            return;
        }

        var protocol = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault();
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        using SocketConnection connection = new(connect.ConnectionId, stage, context, socket, now);
        connections.Add(connection);
        var closing = SocketClosing.Abnormal;
        try
        {
            closing = await _reader.ReadAsync(connect, connection, socket);
        }
        finally
        {
            connections.Remove(connection);
            await EndAsync(connect, closing);
        }
    }

    /// <summary>The status with which the handshake is refused; null if it may be completed.</summary>
    private async Task<int?> RefusalAsync(SocketExchange connect)
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

        if (!throttles.TryTake(connect.Stage.Region, connect.Stage.ApiId, connect.Stage.Stage, route.RouteKey))
        {
            return StatusCodes.Status429TooManyRequests;
        }

        if (route.Target is null)
        {
            return null;
        }

        var answer = await integrations.AnswerAsync(connect, connect.Http.RequestAborted);
        return answer.IsGood ? null : answer.Status is >= 400 and <= 599 ? answer.Status : StatusCodes.Status502BadGateway;
    }

    private async Task EndAsync(SocketExchange connect, SocketClosing closing)
    {
        if (RouteSelection.Of(connect.Stage.Definition, "$disconnect") is not { Target: not null } route)
        {
            return;
        }

        var exchange = connect.Next("DISCONNECT", route.RouteKey, route, time.GetUtcNow());
        exchange.Closing = closing;
        // The client has gone; its end is told all the same.
        exchange.Status = (await integrations.AnswerAsync(exchange, CancellationToken.None)).Status;
        SocketMeasures.Record(exchange, clientError: false, time.GetUtcNow());
    }
}
