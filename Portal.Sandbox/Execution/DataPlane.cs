using Microsoft.AspNetCore.Http.Features;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Sandbox.Execution;

/// <summary>Serves deployed stages: finds the route, lets in, checks, calls the integration. Every step may end the call with a gateway response.</summary>
internal sealed partial class DataPlane(World world, IHttpForwarder forwarder, TimeProvider time, ILogger<DataPlane> logger) : IDisposable
{
    private readonly Admission _admission = new(time);
    private readonly HttpIntegration _http = new(forwarder);

    public async Task HandleAsync(HttpContext context, StageAddress address)
    {
        if (Begin(context, address) is not { } exchange)
        {
            // What is not there has no gateway responses of its own.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "application/json";
            context.Response.Headers["x-amzn-ErrorType"] = "ForbiddenException";
            context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
            await context.Response.WriteAsync("""{"message":"Forbidden"}""", context.RequestAborted);
            return;
        }

        var started = time.GetTimestamp();
        var log = AccessLog.Of(exchange);
        if (log is { WantsLength: true })
        {
            exchange.ResponseLength = new(context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
            context.Features.Set<IHttpResponseBodyFeature>(exchange.ResponseLength);
        }

        try
        {
            await ServeAsync(exchange);
            End(exchange, log, started, context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? StatusCodes.Status499ClientClosedRequest : context.Response.StatusCode);
        }
        catch (Exception exception)
        {
            End(exchange, log, started, exception switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                OperationCanceledException => StatusCodes.Status499ClientClosedRequest,
                _ => StatusCodes.Status500InternalServerError,
            });
            throw;
        }
    }

    /// <summary>Runs a method that is known already, past the door.</summary>
    public async Task RunAsync(Exchange exchange)
    {
        var fault = RequestValidation.Refusal(exchange) ?? await IntegrateAsync(exchange);
        if (fault is not null)
        {
            await GatewayResponder.WriteAsync(exchange, fault);
        }

        await exchange.Http.Response.CompleteAsync();
    }

    public void Dispose() => _http.Dispose();

    private async Task ServeAsync(Exchange exchange)
    {
        var fault = Route(exchange) ?? _admission.Refusal(exchange) ?? RequestValidation.Refusal(exchange) ?? await IntegrateAsync(exchange);
        if (fault is not null && !exchange.Http.Response.HasStarted)
        {
            await GatewayResponder.WriteAsync(exchange, fault);
        }
    }

    private void End(Exchange exchange, AccessLog? log, long started, int status)
    {
        exchange.Latency = time.GetElapsedTime(started);
        log?.Write(exchange, status, time.GetUtcNow());
        CallMeasures.Record(exchange, status);
    }

    private Exchange? Begin(HttpContext context, StageAddress address)
    {
        if (world.FindApi(address.ApiId) is not var (region, entry)
            || entry.Stages.Find(address.Stage) is not { } stage
            || entry.Deployments.Find(stage.DeploymentId) is not { } deployment
            || deployment.Snapshot.Api.DisableExecuteApiEndpoint)
        {
            return null;
        }

        return new()
        {
            Http = context,
            Address = address,
            Region = region,
            Entry = entry,
            Stage = stage,
            DeploymentId = deployment.Id,
            Snapshot = deployment.Snapshot,
            Time = time.GetUtcNow(),
        };
    }

    private static GatewayFault? Route(Exchange exchange)
    {
        if (Router.Of(exchange.Snapshot.Definition).Find(exchange.Address.Segments) is not var (resource, parameters))
        {
            return GatewayFault.NoSuchRoute;
        }

        exchange.Resource = resource;
        exchange.PathParameters = parameters;
        exchange.Method = resource.ResourceMethods.Find(exchange.Http.Request.Method) ?? resource.ResourceMethods.Find("ANY");
        return exchange.Method is null ? GatewayFault.NoSuchRoute : null;
    }

    private async Task<GatewayFault?> IntegrateAsync(Exchange exchange)
    {
        var asked = time.GetTimestamp();
        var fault = exchange.Method!.MethodIntegration switch
        {
            { Type: "MOCK" } mock => await MockIntegration.AnswerAsync(exchange, mock),
            { Type: "HTTP" or "HTTP_PROXY" } http => await _http.AnswerAsync(exchange, http),
            { } other => Unmapped(exchange, other),
            null => GatewayFault.Configuration,
        };
        exchange.IntegrationLatency = time.GetElapsedTime(asked);
        if (fault == GatewayFault.Configuration)
        {
            LogConfiguration(exchange.Method.HttpMethod, exchange.Resource!.Path, exchange.Address.ApiId);
        }

        return fault;
    }

    private GatewayFault Unmapped(Exchange exchange, Integration integration)
    {
        LogUnmapped(integration.Type, exchange.Method!.HttpMethod, exchange.Resource!.Path, exchange.Address.ApiId);
        return new("DEFAULT_5XX", "Internal server error", "InternalServerErrorException");
    }

    [LoggerMessage(EventId = 9201, Level = LogLevel.Warning, Message = "{Type} integrations are not served yet: {Verb} {Path} of {ApiId} answers 500")]
    private partial void LogUnmapped(string type, string verb, string path, string apiId);

    [LoggerMessage(EventId = 9202, Level = LogLevel.Warning, Message = "The integration of {Verb} {Path} of {ApiId} cannot answer: no response matches, its address is no URL, or its template uses directives, which are not supported yet")]
    private partial void LogConfiguration(string verb, string path, string apiId);
}
