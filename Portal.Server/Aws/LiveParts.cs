using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>What AWS shows of an API's smaller parts, as specs. Spelling and defaults are left to <see cref="RestApiNormal"/>.</summary>
internal static class LiveParts
{
    public static IntegrationSpec Of(Integration integration, string resourceId) => new()
    {
        Type = integration.Type.Value,
        HttpMethod = integration.HttpMethod,
        Uri = integration.Uri,
        ConnectionType = integration.ConnectionType?.Value ?? "",
        ConnectionId = integration.ConnectionId,
        IntegrationTarget = integration.IntegrationTarget,
        Credentials = integration.Credentials,
        PassthroughBehavior = integration.PassthroughBehavior ?? "",
        ContentHandling = integration.ContentHandling?.Value,
        TimeoutInMillis = integration.TimeoutInMillis ?? 0,

        // AWS names the cache after the resource where nobody does.
        CacheNamespace = integration.CacheNamespace == resourceId ? null : integration.CacheNamespace,
        CacheKeyParameters = integration.CacheKeyParameters ?? [],
        RequestParameters = Texts(integration.RequestParameters),
        RequestTemplates = Texts(integration.RequestTemplates),
        InsecureSkipVerification = integration.TlsConfig?.InsecureSkipVerification ?? false,
        ResponseTransferMode = integration.ResponseTransferMode?.Value ?? "",
        Responses = new(from response in integration.IntegrationResponses ?? [] select KeyValuePair.Create(response.Key, Of(response.Value))),
    };

    public static RequestValidatorSpec Of(RequestValidator validator) => new()
    {
        ValidateRequestBody = validator.ValidateRequestBody ?? false,
        ValidateRequestParameters = validator.ValidateRequestParameters ?? false,
    };

    public static AuthorizerSpec Of(Authorizer authorizer) => new()
    {
        Type = authorizer.Type.Value,
        AuthType = authorizer.AuthType,
        Uri = authorizer.AuthorizerUri,
        Credentials = authorizer.AuthorizerCredentials,
        IdentitySource = authorizer.IdentitySource,
        IdentityValidationExpression = authorizer.IdentityValidationExpression,
        ResultTtlInSeconds = authorizer.AuthorizerResultTtlInSeconds,
        ProviderArns = authorizer.ProviderARNs ?? [],
    };

    public static GatewayResponseSpec Of(GatewayResponse response) => new()
    {
        StatusCode = response.StatusCode,
        ResponseParameters = Texts(response.ResponseParameters),
        ResponseTemplates = Texts(response.ResponseTemplates),
    };

    /// <summary>An empty text is shown as null.</summary>
    public static SortedMap<string> Texts(Dictionary<string, string>? map) => new(from pair in map ?? [] select KeyValuePair.Create(pair.Key, pair.Value ?? ""));

    private static IntegrationResponseSpec Of(IntegrationResponse response) => new()
    {
        SelectionPattern = response.SelectionPattern,
        ContentHandling = response.ContentHandling?.Value,
        Parameters = Texts(response.ResponseParameters),
        Templates = Texts(response.ResponseTemplates),
    };
}
