using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.OpenApi;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGatewayV2.OpenApi;

/// <summary>An integration as <c>x-amazon-apigateway-integration</c> says it.</summary>
internal static class OpenApiIntegration
{
    public static Integration Read(JsonElement element, string id) => new()
    {
        IntegrationId = id,
        IntegrationType = element.Member("type").Text()?.ToUpperInvariant() ?? "",
        IntegrationSubtype = element.Member("integrationSubtype").Text(),
        IntegrationMethod = element.Member("httpMethod").Text()?.ToUpperInvariant(),
        IntegrationUri = element.Member("uri").Text(),
        ConnectionType = element.Member("connectionType").Text()?.ToUpperInvariant(),
        ConnectionId = element.Member("connectionId").Text(),
        CredentialsArn = element.Member("credentials").Text(),
        Description = element.Member("description").Text(),
        PayloadFormatVersion = element.Member("payloadFormatVersion").Scalar() ?? "1.0",
        TimeoutInMillis = element.Member("timeoutInMillis").Whole(),
        RequestParameters = Texts(element.Member("requestParameters")).OrNull(),
        ResponseParameters = Map<Map<string>>.Of(element.Member("responseParameters").Members().Select(pair => KeyValuePair.Create(pair.Name, Texts(pair.Value)))).OrNull(),
        TlsConfig = element.Member("tlsConfig").Member("serverNameToVerify").Text() is { } name ? new(name) : null,
    };

    public static JsonObject Write(Integration integration)
    {
        JsonObject written = [];
        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                written[name] = value;
            }
        }

        Add("type", integration.IntegrationType.ToLowerInvariant());
        Add("integrationSubtype", integration.IntegrationSubtype);
        Add("httpMethod", integration.IntegrationMethod);
        Add("uri", integration.IntegrationUri);
        Add("connectionType", integration.ConnectionType);
        Add("connectionId", integration.ConnectionId);
        Add("credentials", integration.CredentialsArn);
        Add("description", integration.Description);
        Add("payloadFormatVersion", integration.PayloadFormatVersion);
        Add("timeoutInMillis", integration.TimeoutInMillis);
        Add("requestParameters", Object(integration.RequestParameters));
        Add("responseParameters", integration.ResponseParameters is { } all ? new JsonObject(all.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Object(pair.Value)))) : null);
        Add("tlsConfig", integration.TlsConfig is { ServerNameToVerify: { } name } ? new JsonObject { ["serverNameToVerify"] = name } : null);
        return written;
    }

    private static JsonObject? Object(Map<string>? map) => map is null ? null : new(map.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static Map<string> Texts(JsonElement element) => Map<string>.Of(
        from member in element.Members() where member.Value.Scalar() is not null select KeyValuePair.Create(member.Name, member.Value.Scalar()!));
}
