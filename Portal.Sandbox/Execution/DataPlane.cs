using Portal.Sandbox.Access;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.Execution.HttpApis;
using Portal.Sandbox.Execution.Lambdas;
using Portal.Sandbox.Execution.WebSockets;
using Portal.Sandbox.State;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Sandbox.Execution;

/// <summary>Serves deployed stages of all kinds of APIs, and holds what they share: clients, keys and limits.</summary>
internal sealed class DataPlane : IDisposable
{
    private readonly World _world;
    private readonly LambdaCalls _lambdas;
    private readonly TokenKeys _keys;
    private readonly Backends _backends;
    private readonly Integrations _integrations;
    private readonly Authorization _authorization;
    private readonly RestStages _rest;
    private readonly HttpStages _http;
    private readonly SocketStages _sockets;
    private readonly Connections _connections;

    public DataPlane(World world, IHttpForwarder forwarder, DataPlaneSettings settings, Doorkeeper door, TimeProvider time, ILogger<DataPlane> logger)
    {
        _world = world;
        _lambdas = new(settings.Lambdas);
        _keys = new(settings.TokenKeys, time);
        _backends = new(forwarder);
        Tokens tokens = new(_keys, time);
        Signatures signatures = new(door, time);
        Throttles throttles = new(time);
        _integrations = new(_backends, _lambdas, time, logger);
        _authorization = new(new(_lambdas, logger), new(tokens), signatures);
        _rest = new(_authorization, throttles, _integrations, new(logger), time);
        _http = new(new(_lambdas, tokens, signatures, logger), throttles, new(_backends), new(_lambdas, logger), time);
        _connections = new(signatures, time);
        _sockets = new(new(_lambdas, signatures), new(_backends, _lambdas, time, logger), _connections, throttles, time);
    }

    /// <summary>Of WebSocket APIs.</summary>
    public int OpenConnections => _connections.Count;

    /// <summary>The stage that a call under a name of one's own means; null if it is none.</summary>
    public StageAddress? Named(HttpContext context) => NamedAddress.Of(context, _world);

    public Task HandleAsync(HttpContext context, StageAddress address) =>
        _world.FindApi(address.ApiId) is var (region, entry) && _rest.Begin(context, address, region, entry) is { } exchange
            ? _rest.HandleAsync(exchange)
            : HandleV2Async(context, address);

    private async Task HandleV2Async(HttpContext context, StageAddress address)
    {
        if (_world.FindApiV2(address.ApiId) is var (home, api))
        {
            if (!api.Definition.IsHttp)
            {
                if (!await _sockets.HandleAsync(context, address, home, api))
                {
                    await RefuseAsync(context, StatusCodes.Status403Forbidden, "Forbidden", "ForbiddenException");
                }
            }
            else if (!await _http.HandleAsync(context, address, home, api))
            {
                await RefuseAsync(context, StatusCodes.Status404NotFound, "Not Found", "NotFoundException");
            }

            return;
        }

        await RefuseAsync(context, StatusCodes.Status403Forbidden, "Forbidden", "ForbiddenException");
    }

    // What is not there has no gateway responses of its own.
    private static async Task RefuseAsync(HttpContext context, int status, string message, string type)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = type;
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        await context.Response.WriteAsync($$"""{"message":"{{message}}"}""", context.RequestAborted);
    }

    /// <summary>Runs a method that is known already, past the door.</summary>
    public async Task RunAsync(Exchange exchange)
    {
        var fault = await RequestValidation.RefusalAsync(exchange) ?? await _integrations.AnswerAsync(exchange);
        if (fault is not null)
        {
            await GatewayResponder.WriteAsync(exchange, fault);
        }

        await exchange.Http.Response.CompleteAsync();
    }

    /// <summary>Asks an authorizer about a call that reaches no method.</summary>
    public Task<(Decision? Decision, GatewayFault? Fault)> TryAsync(Exchange exchange, Authorizer authorizer) => _authorization.TryAsync(exchange, authorizer);

    public void Dispose()
    {
        _backends.Dispose();
        _lambdas.Dispose();
        _keys.Dispose();
    }
}
