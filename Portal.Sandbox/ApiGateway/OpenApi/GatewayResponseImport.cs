using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>The map <c>x-amazon-apigateway-gateway-responses</c> at the root.</summary>
internal static class GatewayResponseImport
{
    public static IEnumerable<KeyValuePair<string, GatewayResponse>> Read(OpenApiDocument document, ImportLog log)
    {
        List<KeyValuePair<string, GatewayResponse>> read = [];
        foreach (var response in document.Root.Member("x-amazon-apigateway-gateway-responses").Members())
        {
            if (!GatewayResponseTypes.Knows(response.Name))
            {
                log.Error($"Unable to put gateway response '{response.Name}': Invalid gateway response type specified");
                continue;
            }

            var standard = GatewayResponseTypes.Of(Map<GatewayResponse>.Empty, response.Name);
            read.Add(new(response.Name, new()
            {
                ResponseType = response.Name,
                StatusCode = response.Value.Member("statusCode").Scalar() ?? standard.StatusCode,
                ResponseParameters = IntegrationImport.Texts(response.Value.Member("responseParameters"), value => value.Scalar() ?? "") ?? Map<string>.Empty,
                ResponseTemplates = IntegrationImport.Texts(response.Value.Member("responseTemplates"), value => value.Template()) ?? (response.Value.Member("responseTemplates").IsThere() ? Map<string>.Empty : standard.ResponseTemplates),
                DefaultResponse = false,
            }));
        }

        return read;
    }
}
