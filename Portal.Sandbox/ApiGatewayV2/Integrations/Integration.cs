using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Integrations;

/// <summary>What stands behind a route, as GetIntegration shows it.</summary>
internal sealed record Integration
{
    public const int LongestHttp = 30_000;
    public const int LongestWebSocket = 29_000;

    public required string IntegrationId { get; init; }

    public required string IntegrationType { get; init; }

    public string? IntegrationSubtype { get; init; }

    public string? IntegrationMethod { get; init; }

    public string? IntegrationUri { get; init; }

    public string? ConnectionType { get; init; }

    public string? ConnectionId { get; init; }

    public string? CredentialsArn { get; init; }

    public string? Description { get; init; }

    public string? PayloadFormatVersion { get; init; }

    public int? TimeoutInMillis { get; init; }

    public string? PassthroughBehavior { get; init; }

    public string? ContentHandlingStrategy { get; init; }

    public Map<string>? RequestParameters { get; init; }

    public Map<string>? RequestTemplates { get; init; }

    /// <summary>By status code; HTTP APIs only.</summary>
    public Map<Map<string>>? ResponseParameters { get; init; }

    public string? TemplateSelectionExpression { get; init; }

    public string? IntegrationResponseSelectionExpression { get; init; }

    public TlsConfig? TlsConfig { get; init; }

    /// <summary>Made by quick create.</summary>
    public bool? ApiGatewayManaged { get; init; }

    public Integration With(RequestBody body) => this with
    {
        IntegrationType = Choice.Of(body, "integrationType", "integration type", "AWS", "HTTP", "MOCK", "HTTP_PROXY", "AWS_PROXY") ?? IntegrationType,
        IntegrationSubtype = body.Text("integrationSubtype") ?? IntegrationSubtype,
        IntegrationMethod = Choice.Of(body, "integrationMethod", "HttpMethod", "GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY") ?? IntegrationMethod,
        IntegrationUri = body.Text("integrationUri") ?? IntegrationUri,
        ConnectionType = Choice.Of(body, "connectionType", "connection type", "INTERNET", "VPC_LINK") ?? ConnectionType,
        ConnectionId = body.Text("connectionId") ?? ConnectionId,
        CredentialsArn = body.Text("credentialsArn") ?? CredentialsArn,
        Description = body.Text("description") ?? Description,
        PayloadFormatVersion = Choice.Of(body, "payloadFormatVersion", "payload format version", "1.0", "2.0") ?? PayloadFormatVersion,
        TimeoutInMillis = body.Whole("timeoutInMillis") ?? TimeoutInMillis,
        PassthroughBehavior = Choice.Of(body, "passthroughBehavior", "passthrough behavior", "WHEN_NO_MATCH", "NEVER", "WHEN_NO_TEMPLATES") ?? PassthroughBehavior,
        ContentHandlingStrategy = Choice.Of(body, "contentHandlingStrategy", "content handling strategy", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT") ?? ContentHandlingStrategy,
        RequestParameters = Choice.Merged(RequestParameters, body.Texts("requestParameters")).OrNull(),
        RequestTemplates = body.Has("requestTemplates") ? body.Texts("requestTemplates") : RequestTemplates,
        ResponseParameters = body.ObjectsByName("responseParameters") is { } parameters
            ? Map<Map<string>>.Of(parameters.Keys.Select(status => KeyValuePair.Create(status, body.Object("responseParameters")!.Texts(status) ?? Map<string>.Empty)))
            : ResponseParameters,
        TemplateSelectionExpression = body.Text("templateSelectionExpression") ?? TemplateSelectionExpression,
        IntegrationResponseSelectionExpression = body.Text("integrationResponseSelectionExpression") ?? IntegrationResponseSelectionExpression,
        TlsConfig = body.Object("tlsConfig") is { } tls ? new(tls.Text("serverNameToVerify")) : TlsConfig,
    };
}

internal sealed record TlsConfig(string? ServerNameToVerify);
