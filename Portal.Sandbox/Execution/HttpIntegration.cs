using Portal.Sandbox.ApiGateway.Methods;

namespace Portal.Sandbox.Execution;

/// <summary>HTTP and HTTP_PROXY integrations of REST APIs, forwarded by YARP. A private integration is called as plain HTTP.</summary>
internal sealed class HttpIntegration(Backends backends)
{
    public async Task<GatewayFault?> AnswerAsync(Exchange exchange, Integration integration)
    {
        var request = exchange.Http.Request;
        if (integration.Type is "HTTP_PROXY")
        {
            if (await PrepareAsync(exchange, integration) is { } wrong)
            {
                return wrong;
            }
        }
        else
        {
            var (body, fault) = await RequestTemplate.ApplyAsync(exchange, integration);
            if (fault is not null)
            {
                return fault;
            }

            Backends.Replace(request, body);
        }

        if (BackendAddress.Of(exchange, integration) is not { } address)
        {
            return GatewayFault.Configuration;
        }

        BackendTransformer transformer = new(exchange, integration, address);
        var shown = exchange.Stage.ClientCertificateId is { } id ? exchange.Region.ClientCertificates.Find(id) : null;
        var outcome = await backends.SendAsync(exchange.Http, transformer, TimeSpan.FromMilliseconds(integration.TimeoutInMillis), integration.TlsConfig is not { InsecureSkipVerification: true }, shown);
        return transformer.Fault ?? outcome switch
        {
            Backends.Outcome.TimedOut => GatewayFault.Timeout,
            Backends.Outcome.Unreachable => GatewayFault.Unreachable,
            _ => null,
        };
    }

    /// <summary>Reads the body where a mapping or a conversion needs it; else it streams through.</summary>
    private static async Task<GatewayFault?> PrepareAsync(Exchange exchange, Integration integration)
    {
        var request = exchange.Http.Request;
        if (integration.ContentHandling is null && integration.RequestParameters?.Values.Any(source => source.StartsWith("method.request.body", StringComparison.Ordinal)) is not true)
        {
            return null;
        }

        var sent = await exchange.BodyAsync(exchange.Http.RequestAborted);
        if (ContentHandling.Convert(integration.ContentHandling, sent, MediaTypes.IsBinary(exchange.Snapshot.Api.BinaryMediaTypes, request.ContentType)) is not { } converted)
        {
            return GatewayFault.Configuration;
        }

        exchange.Received(converted);
        Backends.Replace(request, converted);
        return null;
    }
}
