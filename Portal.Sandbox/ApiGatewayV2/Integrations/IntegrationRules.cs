using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Integrations;

/// <summary>Checks of integrations, and what the service fills in. Texts are those of version 1 where it has the same rule, and otherwise not recorded.</summary>
internal static class IntegrationRules
{
    private const int ShortestTimeout = 50;

    private static readonly string[] Subtypes =
    [
        "EventBridge-PutEvents", "SQS-SendMessage", "SQS-ReceiveMessage", "SQS-DeleteMessage", "SQS-PurgeQueue", "AppConfig-GetConfiguration", "Kinesis-PutRecord",
        "StepFunctions-StartExecution", "StepFunctions-StartSyncExecution", "StepFunctions-StopExecution",
    ];

    public static Integration Filled(Definition definition, Integration integration) => definition.IsHttp
        ? integration with
        {
            ConnectionType = integration.ConnectionType ?? "INTERNET",
            TimeoutInMillis = integration.TimeoutInMillis ?? Integration.LongestHttp,
            IntegrationMethod = integration.IntegrationMethod ?? (integration is { IntegrationType: "AWS_PROXY", IntegrationSubtype: null } ? "POST" : null),
        }
        : integration with
        {
            ConnectionType = integration.ConnectionType ?? "INTERNET",
            TimeoutInMillis = integration.TimeoutInMillis ?? Integration.LongestWebSocket,
            PayloadFormatVersion = integration.PayloadFormatVersion ?? "1.0",
            PassthroughBehavior = integration.PassthroughBehavior ?? "WHEN_NO_MATCH",
            IntegrationResponseSelectionExpression = integration.IntegrationResponseSelectionExpression ?? "${integration.response.statuscode}",
        };

    public static void Check(Definition definition, Integration integration)
    {
        if (definition.IsHttp)
        {
            CheckHttp(integration);
        }
        else
        {
            CheckWebSocket(integration);
        }
    }

    public static void CheckHttp(Integration integration)
    {
        if (integration.IntegrationType is not ("HTTP_PROXY" or "AWS_PROXY"))
        {
            throw AwsError.BadRequest("Invalid integration type specified. HTTP APIs support HTTP_PROXY and AWS_PROXY");
        }

        CheckTimeout(integration, Integration.LongestHttp);
        CheckConnection(integration);
        if (integration is { PayloadFormatVersion: null })
        {
            throw AwsError.BadRequest("PayloadFormatVersion is a required parameter for integration");
        }

        if (integration.PayloadFormatVersion is "2.0" && integration is not { IntegrationType: "AWS_PROXY", IntegrationSubtype: null })
        {
            throw AwsError.BadRequest("Payload format version 2.0 is only supported for Lambda functions");
        }

        if (integration.IntegrationSubtype is { } subtype)
        {
            CheckSubtype(integration, subtype);
        }
        else
        {
            CheckAddress(integration);
        }
    }

    private static void CheckWebSocket(Integration integration)
    {
        if (integration.IntegrationType is "")
        {
            throw AwsError.BadRequest("Invalid integration type specified. Must be one of [AWS, HTTP, MOCK, HTTP_PROXY, AWS_PROXY]");
        }

        CheckTimeout(integration, Integration.LongestWebSocket);
        CheckConnection(integration);
        if (integration.IntegrationSubtype is not null || integration.ResponseParameters is not null || integration.TlsConfig is not null || integration.PayloadFormatVersion is not "1.0")
        {
            throw AwsError.BadRequest("Subtypes, response parameters, TLS configuration and payload format version 2.0 are only supported for HTTP APIs");
        }

        if (integration.IntegrationType is not "MOCK")
        {
            CheckAddress(integration);
        }
    }

    private static void CheckAddress(Integration integration)
    {
        var uri = integration.IntegrationUri ?? "";
        if (integration.IntegrationType is "HTTP" or "HTTP_PROXY")
        {
            if (integration.IntegrationMethod is null)
            {
                throw AwsError.BadRequest("Enumeration value for HttpMethod must be non-empty");
            }

            var plain = uri.Replace("${", "_", StringComparison.Ordinal).Replace('{', '_').Replace('}', '_');
            var listener = integration.ConnectionType is "VPC_LINK" && uri.StartsWith("arn:", StringComparison.Ordinal);
            if (!listener && !uri.StartsWith("${stageVariables.", StringComparison.Ordinal)
                && !(Uri.TryCreate(plain, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host is not ""))
            {
                throw AwsError.BadRequest("Invalid HTTP endpoint specified for URI");
            }
        }
        else if (!uri.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw AwsError.BadRequest("Invalid ARN specified in the request");
        }
    }

    private static void CheckSubtype(Integration integration, string subtype)
    {
        if (integration.IntegrationType is not "AWS_PROXY" || !Subtypes.Contains(subtype))
        {
            throw AwsError.BadRequest($"Invalid integration subtype specified. Integrations of type AWS_PROXY have one of [{string.Join(", ", Subtypes)}]");
        }

        if (integration.IntegrationUri is not null)
        {
            throw AwsError.BadRequest("An integration with a subtype has no URI");
        }

        if (integration.CredentialsArn is null)
        {
            throw AwsError.BadRequest("Credentials are required for an integration with a subtype");
        }
    }

    private static void CheckTimeout(Integration integration, int longest)
    {
        if (integration.TimeoutInMillis is { } timeout && (timeout < ShortestTimeout || timeout > longest))
        {
            throw AwsError.BadRequest($"Timeout should be between 50 ms and {(longest is Integration.LongestHttp ? "30000" : "29000")} ms");
        }
    }

    private static void CheckConnection(Integration integration)
    {
        if (integration is { ConnectionType: "VPC_LINK", ConnectionId: null or "" })
        {
            throw AwsError.BadRequest("ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK");
        }
    }
}
