using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudTrail;

/// <summary>The things that a call names or made, by which it is found. Types are CloudFormation's, as in CloudTrail; which of API Gateway's it really fills in is not documented.</summary>
internal static class TouchedResources
{
    private static readonly (string Member, string Type)[] First =
    [
        ("restApiId", "AWS::ApiGateway::RestApi"), ("stageName", "AWS::ApiGateway::Stage"), ("deploymentId", "AWS::ApiGateway::Deployment"), ("usagePlanId", "AWS::ApiGateway::UsagePlan"), ("apiKey", "AWS::ApiGateway::ApiKey"),
        ("keyId", "AWS::ApiGateway::ApiKey"), ("authorizerId", "AWS::ApiGateway::Authorizer"), ("resourceId", "AWS::ApiGateway::Resource"), ("domainName", "AWS::ApiGateway::DomainName"),
        ("vpcLinkId", "AWS::ApiGateway::VpcLink"), ("clientCertificateId", "AWS::ApiGateway::ClientCertificate"),
    ];

    private static readonly (string Member, string Type)[] Second =
    [
        ("apiId", "AWS::ApiGatewayV2::Api"), ("stageName", "AWS::ApiGatewayV2::Stage"), ("deploymentId", "AWS::ApiGatewayV2::Deployment"), ("routeId", "AWS::ApiGatewayV2::Route"), ("integrationId", "AWS::ApiGatewayV2::Integration"),
        ("authorizerId", "AWS::ApiGatewayV2::Authorizer"), ("domainName", "AWS::ApiGatewayV2::DomainName"), ("vpcLinkId", "AWS::ApiGatewayV2::VpcLink"),
    ];

    private static readonly (string Member, string Type)[] Others = [("logGroupName", "AWS::Logs::LogGroup"), ("webACLArn", "AWS::WAFv2::WebACL"), ("roleArn", "AWS::IAM::Role"), ("resourceArn", "AWS::ApiGateway::Stage")];

    /// <summary>What a create of version 1 answers with is its id alone.</summary>
    private static readonly Dictionary<string, string> Made = new(StringComparer.Ordinal)
    {
        ["CreateRestApi"] = "AWS::ApiGateway::RestApi",
        ["ImportRestApi"] = "AWS::ApiGateway::RestApi",
        ["CreateDeployment"] = "AWS::ApiGateway::Deployment",
        ["CreateUsagePlan"] = "AWS::ApiGateway::UsagePlan",
        ["CreateApiKey"] = "AWS::ApiGateway::ApiKey",
        ["CreateAuthorizer"] = "AWS::ApiGateway::Authorizer",
        ["CreateResource"] = "AWS::ApiGateway::Resource",
        ["CreateVpcLink"] = "AWS::ApiGateway::VpcLink",
    };

    public static IReadOnlyList<TrailResource> Of(Operation operation, JsonObject? parameters, JsonObject? elements)
    {
        var members = operation.Service is not Gateway.Service ? Others : operation.Template.StartsWith("/v2", StringComparison.Ordinal) ? Second : First;
        var input = parameters?[$"{char.ToLowerInvariant(operation.Name[0])}{operation.Name[1..]}Input"] as JsonObject;
        var found =
            from member in members
            from place in new[] { parameters, input, elements }
            let name = Text(place, member.Member)
            where name is not null
            select new TrailResource(member.Type, name);
        var made = members == First && Made.TryGetValue(operation.Name, out var type) && Text(elements, "id") is { } id ? new TrailResource(type, id) : null;
        return [.. found.Append(made).OfType<TrailResource>().Distinct()];
    }

    private static string? Text(JsonObject? place, string member) => place?[member] is JsonValue value && value.TryGetValue<string>(out var text) && text is not "" ? text : null;
}
