using Microsoft.AspNetCore.Http.Features;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.Execution.Caching;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>Serves stages of REST APIs: finds the route, lets in, checks, calls the integration. Every step may end the call with a gateway response.</summary>
internal sealed class RestStages(Authorization authorization, Throttles throttles, Integrations integrations, Firewall firewall, TimeProvider time)
{
    private readonly Admission _admission = new(authorization, throttles);

    private readonly Func<Exchange, Task<GatewayFault?>> _integrate = integrations.AnswerAsync;

    public async Task HandleAsync(Exchange exchange)
    {
        var context = exchange.Http;
        var started = time.GetTimestamp();
        var log = AccessLog.Of(exchange);
        if (log is { WantsLength: true })
        {
            exchange.ResponseLength = new(context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
            context.Features.Set<IHttpResponseBodyFeature>(exchange.ResponseLength);
        }

        using var compressed = CompressedAnswer.Begin(exchange);
        try
        {
            var fault = Limits.Refusal(exchange)
                ?? await firewall.RefusalAsync(exchange)
                ?? Route(exchange)
                ?? await _admission.RefusalAsync(exchange)
                ?? (IsGone(exchange) ? GatewayFault.Gone : null)
                ?? await CompressedRequest.ReadAsync(exchange)
                ?? await RequestValidation.RefusalAsync(exchange)
                ?? await ResponseCache.AnswerAsync(exchange, _integrate);
            if (fault is not null && !context.Response.HasStarted)
            {
                await GatewayResponder.WriteAsync(exchange, fault);
            }

            if (compressed is not null)
            {
                await compressed.EndAsync();
            }

            End(exchange, log, started, context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? StatusCodes.Status499ClientClosedRequest : context.Response.StatusCode);
        }
        catch (Exception exception)
        {
            compressed?.Release();
            End(exchange, log, started, exception switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                OperationCanceledException => StatusCodes.Status499ClientClosedRequest,
                _ => StatusCodes.Status500InternalServerError,
            });
            throw;
        }
    }

    /// <summary>Null if there is no such stage.</summary>
    public Exchange? Begin(HttpContext context, StageAddress address, Region region, ApiEntry entry)
    {
        if (entry.Stages.Find(address.Stage) is not { } stage)
        {
            return null;
        }

        var canary = stage.CanarySettings is { } settings && Random.Shared.NextDouble() * 100 < settings.PercentTraffic ? settings : null;
        return entry.Deployments.Find(canary?.DeploymentId ?? stage.DeploymentId) is { } deployment && !(deployment.Snapshot.Api.DisableExecuteApiEndpoint && address.IsDefaultEndpoint)
            ? new()
            {
                Http = context,
                Address = address,
                Region = region,
                Entry = entry,
                Stage = stage,
                DeploymentId = deployment.Id,
                Snapshot = deployment.Snapshot,
                Time = time.GetUtcNow(),
                IsCanary = canary is not null,
                Variables = StageVariables.Of(stage, canary),
            }
            : null;
    }

    private void End(Exchange exchange, AccessLog? log, long started, int status)
    {
        exchange.Latency = time.GetElapsedTime(started);
        log?.Write(exchange, status, time.GetUtcNow());
        ExecutionLog.Write(exchange, status, time.GetUtcNow());
        CallMeasures.Record(exchange, status);
    }

    /// <summary>Whether the stage went away while its caller was looked at, which may take as long as an authorizer takes.</summary>
    private static bool IsGone(Exchange exchange) => exchange.Region.SeenApi(exchange.Address.ApiId)?.Stages.ContainsKey(exchange.Stage.StageName) is not true;

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
}
