using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>An integration as <c>x-amazon-apigateway-integration</c> says it. Of several answers with one pattern the last is left, as a document can name it once only.</summary>
internal static class IntegrationExport
{
    public static JsonObject Write(Integration integration, string resourceId)
    {
        JsonObject written = new() { ["type"] = integration.Type.ToLowerInvariant() };
        written.Put("httpMethod", integration.HttpMethod);
        written.Put("uri", integration.Uri);
        written.Put("credentials", integration.Credentials);
        if (integration.ConnectionType is "VPC_LINK")
        {
            written["connectionType"] = integration.ConnectionType;
        }

        written.Put("connectionId", integration.ConnectionId);
        written.Put("integrationTarget", integration.IntegrationTarget);
        written.Put("responses", integration.IntegrationResponses is null ? null : Written.Map(
            Map<IntegrationResponse>.Of(integration.IntegrationResponses.Values.Select(response => KeyValuePair.Create(response.SelectionPattern is { Length: > 0 } pattern ? pattern : "default", response))),
            Response));
        written.Put("requestParameters", Written.Texts(integration.RequestParameters));
        written.Put("requestTemplates", Written.Texts(integration.RequestTemplates));
        written["passthroughBehavior"] = integration.PassthroughBehavior.ToLowerInvariant();
        written.Put("contentHandling", integration.ContentHandling);
        written["timeoutInMillis"] = integration.TimeoutInMillis;
        // Its own resource is where a cache is kept unless said otherwise, and the next API has other ids.
        written.Put("cacheNamespace", integration.CacheNamespace == resourceId ? null : integration.CacheNamespace);
        written.Put("cacheKeyParameters", Written.Texts(integration.CacheKeyParameters));
        written.Put("responseTransferMode", integration.ResponseTransferMode);
        written.Put("tlsConfig", integration.TlsConfig is { } tls ? new JsonObject { ["insecureSkipVerification"] = tls.InsecureSkipVerification } : null);
        return written;
    }

    private static JsonObject Response(IntegrationResponse response)
    {
        JsonObject written = new() { ["statusCode"] = response.StatusCode };
        written.Put("responseParameters", Written.Texts(response.ResponseParameters));
        written.Put("responseTemplates", Written.Texts(response.ResponseTemplates));
        written.Put("contentHandling", response.ContentHandling);
        return written;
    }
}
