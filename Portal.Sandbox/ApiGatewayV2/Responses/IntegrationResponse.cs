using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Responses;

/// <summary>What becomes of a backend's answer, as GetIntegrationResponse shows it.</summary>
internal sealed record IntegrationResponse
{
    public required string IntegrationResponseId { get; init; }

    public required string IntegrationResponseKey { get; init; }

    public string? ContentHandlingStrategy { get; init; }

    public Map<string>? ResponseParameters { get; init; }

    public Map<string>? ResponseTemplates { get; init; }

    public string? TemplateSelectionExpression { get; init; }

    public IntegrationResponse With(RequestBody body) => this with
    {
        IntegrationResponseKey = body.Text("integrationResponseKey") ?? IntegrationResponseKey,
        ContentHandlingStrategy = Choice.Of(body, "contentHandlingStrategy", "content handling strategy", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT") ?? ContentHandlingStrategy,
        ResponseParameters = body.Has("responseParameters") ? body.Texts("responseParameters") : ResponseParameters,
        ResponseTemplates = body.Has("responseTemplates") ? body.Texts("responseTemplates") : ResponseTemplates,
        TemplateSelectionExpression = body.Text("templateSelectionExpression") ?? TemplateSelectionExpression,
    };
}
