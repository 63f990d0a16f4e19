using Microsoft.AspNetCore.Http.Features;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>Serves stages of HTTP APIs: the stage by name or <c>$default</c>, CORS, the route, who calls, limits, the integration.</summary>
internal sealed class HttpStages(HttpAuthorization authorization, Throttles throttles, HttpBackend backend, HttpFunction function, TimeProvider time)
{
    /// <summary>False if there is no such stage.</summary>
    public async Task<bool> HandleAsync(HttpContext context, StageAddress address, Region region, WholeApi api)
    {
        if (Begin(context, address, region, api) is not { } visit)
        {
            return false;
        }

        var started = time.GetTimestamp();
        visit.Answer = new(context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        context.Features.Set<IHttpResponseBodyFeature>(visit.Answer);
        try
        {
            await ServeAsync(visit);
            End(visit, started, context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? StatusCodes.Status499ClientClosedRequest : context.Response.StatusCode);
        }
        catch (Exception exception)
        {
            End(visit, started, exception switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                OperationCanceledException => StatusCodes.Status499ClientClosedRequest,
                _ => StatusCodes.Status500InternalServerError,
            });
            throw;
        }

        return true;
    }

    private Visit? Begin(HttpContext context, StageAddress address, Region region, WholeApi api)
    {
        var stage = api.Stages.Find(address.Stage);
        var segments = address.Segments;
        if (stage is null && address.FromRoot is { } root)
        {
            (stage, segments) = (api.Stages.Find(Stage.Default), root is [.., ""] ? [.. root.SkipLast(1)] : root);
        }

        return stage is not null && api.Deployments.Find(stage.DeploymentId ?? "") is { Definition: { } definition } && !(definition.Api.DisableExecuteApiEndpoint && address.IsDefaultEndpoint)
            ? new() { Http = context, Region = region, Api = api, Stage = stage, Definition = definition, Segments = segments, Called = address.Called, Time = time.GetUtcNow() }
            : null;
    }

    private async Task ServeAsync(Visit visit)
    {
        var response = visit.Http.Response;
        if (visit.Definition.Api.CorsConfiguration is { } cors)
        {
            if (CorsAnswer.IsPreflight(visit.Http.Request))
            {
                response.Headers["apigw-requestid"] = visit.RequestId;
                CorsAnswer.WritePreflight(visit.Http, cors);
                return;
            }

            CorsAnswer.Attach(visit.Http, cors);
        }

        var fault = Route(visit) ?? await authorization.RefusalAsync(visit) ?? Throttled(visit) ?? await IntegrateAsync(visit);
        if (fault is not null && !response.HasStarted)
        {
            visit.Fault = fault;
            response.StatusCode = fault.Status;
            response.ContentType = "application/json";
            response.Headers["apigw-requestid"] = visit.RequestId;
            if (fault.Challenge is not null)
            {
                response.Headers.WWWAuthenticate = fault.Challenge;
            }

            await response.WriteAsync($$"""{"message":"{{fault.Message}}"}""", visit.Http.RequestAborted);
        }
    }

    private static HttpFault? Route(Visit visit)
    {
        if (visit.Http.Request.ContentLength > Limits.LargestBody)
        {
            return HttpFault.TooLarge;
        }

        if (HttpRouter.Of(visit.Definition).Find(visit.Http.Request.Method, visit.Segments) is not var (route, parameters))
        {
            return HttpFault.NotFound;
        }

        visit.Route = route;
        visit.PathParameters = parameters;
        return null;
    }

    private HttpFault? Throttled(Visit visit) => throttles.TryTake(visit.Region, visit.ApiId, visit.Stage, visit.Route!.RouteKey) ? null : HttpFault.TooMany;

    private async Task<HttpFault?> IntegrateAsync(Visit visit)
    {
        var asked = time.GetTimestamp();
        var integration = visit.Route!.Target is { } target ? visit.Definition.Integrations.Find(target["integrations/".Length..]) : null;
        var fault = integration switch
        {
            null => HttpFault.Internal with { Why = "The route has no integration." },
            { IntegrationType: "HTTP_PROXY" } => await backend.AnswerAsync(visit, integration),
            { IntegrationType: "AWS_PROXY" } => await function.AnswerAsync(visit, integration),
            Integration other => HttpFault.Internal with { Why = $"{other.IntegrationType} is for WebSocket APIs." },
        };
        visit.IntegrationLatency = time.GetElapsedTime(asked);
        return fault;
    }

    private void End(Visit visit, long started, int status)
    {
        visit.Latency = time.GetElapsedTime(started);
        if (visit.Stage.AccessLogSettings is { } settings && AccessLog.Of(visit.Region, settings, settings.DestinationArn, settings.Format) is { } log)
        {
            log.Write(visit.Region, (visit.Stage, visit.ApiId, visit.Stage.StageName), time.GetUtcNow(), name => name is "status" ? $"{status}" : visit.Context(name));
        }

        VisitMeasures.Record(visit, status);
    }
}
