using System.Text.Json;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>The extension <c>x-amazon-apigateway-integration</c> of an operation.</summary>
internal static class IntegrationImport
{
    public static Integration Read(JsonElement extension, Method method, string resourceId)
    {
        var type = extension.Member("type").Text()?.ToUpperInvariant() ?? "";
        if (type is not ("HTTP" or "HTTP_PROXY" or "MOCK" or "AWS" or "AWS_PROXY"))
        {
            throw AwsError.BadRequest("Invalid integration type specified. Valid options are HTTP,MOCK,AWS_PROXY,HTTP_PROXY,AWS");
        }

        var integration = new Integration
        {
            Type = Words.Pooled(type),
            HttpMethod = type is "MOCK" ? null : Words.PooledOrNull(extension.Member("httpMethod").Text()?.ToUpperInvariant()),
            Uri = type is "MOCK" ? null : extension.Member("uri").Text(),
            ConnectionType = Words.PooledOrNull(extension.Member("connectionType").Text()) ?? (type.StartsWith("HTTP", StringComparison.Ordinal) ? "INTERNET" : null),
            ConnectionId = extension.Member("connectionId").Text(),
            Credentials = extension.Member("credentials").Text(),
            RequestParameters = Texts(extension.Member("requestParameters"), value => value.Scalar() ?? ""),
            RequestTemplates = Texts(extension.Member("requestTemplates"), value => value.Template()),
            PassthroughBehavior = IntegrationRules.Passthrough(extension.Member("passthroughBehavior").Text()),
            ContentHandling = extension.Member("contentHandling").Text()?.ToUpperInvariant(),
            TimeoutInMillis = extension.Member("timeoutInMillis").Whole() ?? IntegrationRules.LongestTimeout,
            CacheNamespace = extension.Member("cacheNamespace").Text() ?? resourceId,
            CacheKeyParameters = [.. extension.Member("cacheKeyParameters").Items().Select(key => key.Text() ?? "")],
            TlsConfig = extension.Member("tlsConfig") is { ValueKind: JsonValueKind.Object } tls ? new(tls.Member("insecureSkipVerification").IsTrue()) : null,
            ResponseTransferMode = IntegrationRules.TransferMode(extension.Member("responseTransferMode").Text()?.ToUpperInvariant()),
            IntegrationTarget = extension.Member("integrationTarget").Text(),
        };
        IntegrationRules.Check(method, integration);
        return integration;
    }

    /// <summary>Keyed by status; the name in the document is the pattern, "default" is none.</summary>
    public static IntegrationResponse ReadResponse(JsonProperty response, Method method)
    {
        var read = new IntegrationResponse
        {
            StatusCode = MethodRules.Status(response.Value.Member("statusCode").Scalar() ?? ""),
            SelectionPattern = response.Name is "default" ? null : Words.Pooled(response.Name),
            ResponseParameters = Texts(response.Value.Member("responseParameters"), value => value.Scalar() ?? ""),
            ResponseTemplates = Texts(response.Value.Member("responseTemplates"), value => value.Template()),
            ContentHandling = response.Value.Member("contentHandling").Text()?.ToUpperInvariant(),
        };
        IntegrationRules.CheckResponse(method, read);
        return read;
    }

    public static Map<string>? Texts(JsonElement map, Func<JsonElement, string> read) =>
        Map<string>.Of(map.Members().Select(member => KeyValuePair.Create(Words.Pooled(member.Name), Words.Pooled(read(member.Value))))).OrNull();
}
