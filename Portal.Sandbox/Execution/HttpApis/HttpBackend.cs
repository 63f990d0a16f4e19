using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Extensions;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>HTTP_PROXY of HTTP APIs, forwarded by YARP; the mappings of the integration change what goes on and what comes back.</summary>
internal sealed partial class HttpBackend(Backends backends)
{
    public async Task<HttpFault?> AnswerAsync(Visit visit, Integration integration)
    {
        if (ParameterMapping.NeedsBody(integration.RequestParameters))
        {
            Backends.Replace(visit.Http.Request, await visit.BodyAsync());
        }

        var changes = ParameterMapping.OfRequest(visit, integration.RequestParameters);
        if (AddressOf(visit, integration, changes) is not { } address)
        {
            return HttpFault.Internal with { Why = "The integration's address is no URL." };
        }

        var outcome = await backends.SendAsync(visit.Http, new Transformer(visit, integration, changes, address), TimeSpan.FromMilliseconds(integration.TimeoutInMillis ?? Integration.LongestHttp), checksCertificates: true);
        return outcome switch
        {
            Backends.Outcome.Answered => null,
            Backends.Outcome.TimedOut => HttpFault.Unavailable with { Why = "Endpoint request timed out" },
            _ => HttpFault.Unavailable with { Why = "Network error communicating with endpoint" },
        };
    }

    /// <summary>Variables of the path and of the stage stand in the integration's URI; the query goes along.</summary>
    private static Uri? AddressOf(Visit visit, Integration integration, ParameterMapping.Changes changes)
    {
        var uri = StageVariables.Into(integration.IntegrationUri, name => visit.Stage.StageVariables.TryGetValue(name, out var value) ? value : null);
        uri = Variable().Replace(uri, match => visit.PathParameters.GetValueOrDefault(match.Groups["name"].Value) ?? "");
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        QueryBuilder query = new(changes.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        return new UriBuilder(address)
        {
            Path = changes.Path ?? address.AbsolutePath,
            Query = $"{address.Query.TrimStart('?')}{(address.Query.Length > 1 && query.Any() ? "&" : "")}{query.ToString().TrimStart('?')}",
        }.Uri;
    }

    [GeneratedRegex(@"\{(?<name>[^{}/]+)\}")]
    private static partial Regex Variable();

    private sealed class Transformer(Visit visit, Integration integration, ParameterMapping.Changes changes, Uri address) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            var host = httpContext.Request.Host.Value;
            proxyRequest.RequestUri = address;
            proxyRequest.Headers.Host = null;
            proxyRequest.Method = integration.IntegrationMethod is null or "ANY" ? new(httpContext.Request.Method) : new(integration.IntegrationMethod);
            proxyRequest.Headers.TryAddWithoutValidation("Forwarded", $"by={httpContext.Connection.LocalIpAddress};for={visit.Context("identity.sourceIp")};host={host};proto={httpContext.Request.Scheme}");
            if (!proxyRequest.Headers.NonValidated.Contains(TraceId.Header))
            {
                proxyRequest.Headers.TryAddWithoutValidation(TraceId.Header, visit.Trace);
            }

            proxyRequest.Headers.TryAddWithoutValidation("Via", "HTTP/1.1 AmazonAPIGateway");
            foreach (var (verb, name, value) in changes.Headers)
            {
                var headers = proxyRequest.Headers.TryGetValues(name, out _) || proxyRequest.Content is null ? (System.Net.Http.Headers.HttpHeaders)proxyRequest.Headers : proxyRequest.Content.Headers;
                if (verb is not "append")
                {
                    proxyRequest.Headers.Remove(name);
                    proxyRequest.Content?.Headers.Remove(name);
                }

                if (verb is not "remove" && !proxyRequest.Headers.TryAddWithoutValidation(name, value))
                {
                    headers.TryAddWithoutValidation(name, value);
                }
            }
        }

        public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            if (proxyResponse is null)
            {
                return false;
            }

            visit.IntegrationStatus = (int)proxyResponse.StatusCode;
            var copied = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            httpContext.Response.Headers["apigw-requestid"] = visit.RequestId;
            ParameterMapping.ToAnswer(visit, integration.ResponseParameters, (int)proxyResponse.StatusCode, name =>
                proxyResponse.Headers.TryGetValues(name, out var values) || proxyResponse.Content.Headers.TryGetValues(name, out values) ? string.Join(',', values) : null);
            return copied;
        }
    }
}
