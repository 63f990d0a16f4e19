using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>
/// The calls that the portal makes, as an IAM policy. API Gateway's actions are HTTP verbs on paths
/// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html); ARNs hold no account.
/// </summary>
internal static class IamPolicy
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Writing =
    [
        "An integration that names a role for API Gateway to assume also needs iam:PassRole on that role, and so does the account's log role.",
        "PortalCreatesOfTheAccount, PortalChangesAndDeletesOfTheAccount, PortalWritesRoutingRules, PortalWritesPrivateNames, PortalMakesPrivateNames, PortalLetsVpcEndpointsIn, PortalHasClientsShowCertificates and PortalChangesTheLogRole are for client certificates, VPC links, domain names and the log role: leave out what the portal shall not touch.",
        "A VPC link to a load balancer also needs ec2:CreateVpcEndpointServiceConfiguration, ec2:DeleteVpcEndpointServiceConfigurations, ec2:DescribeVpcEndpointServiceConfigurations, ec2:ModifyVpcEndpointServicePermissions and elasticloadbalancing:DescribeLoadBalancers; the first VPC link into subnets and the first domain name of an account iam:CreateServiceLinkedRole for ops.apigateway.amazonaws.com.",
        "Access logs of HTTP and WebSocket APIs also need logs:CreateLogDelivery, logs:UpdateLogDelivery, logs:DeleteLogDelivery, logs:GetLogDelivery, logs:ListLogDeliveries, logs:PutResourcePolicy, logs:DescribeResourcePolicies and logs:DescribeLogGroups.",
        "To keep the portal to APIs of its own, replace /restapis/* and /apis/* in PortalChangesAndDeletes by the paths of those APIs once they exist.",
        "PortalAsksWhatItMay is for the connection's test, which then tells what may be written without writing: narrow it to the portal's own role, or leave it out.",
        "Calls to the APIs themselves need nothing here, unless their methods demand AWS_IAM.",
        "Stages write access logs only if the account's settings in API Gateway name a role for it (CloudWatch log role, with AmazonAPIGatewayPushToCloudWatchLogs).",
    ];

    public static LeastPolicy Of(string region, bool writing)
    {
        var root = $"arn:{Partition(region)}:apigateway:{region}::";
        var statements = new JsonArray(Allow("PortalReads", ["apigateway:GET"], "/account", "/restapis", "/restapis/*", "/usageplans", "/usageplans/*", "/apikeys", "/apikeys/*", "/clientcertificates", "/clientcertificates/*", "/vpclinks", "/vpclinks/*", "/domainnames", "/domainnames/*", "/domainnameaccessassociations", "/tags/*"));

        statements.Add(Allow("PortalReadsHttpApis", ["apigateway:GET"], "/apis", "/apis/*"));

        // Routing rules have actions and an account in their ARNs.
        var rules = $"arn:{Partition(region)}:apigateway:{region}:*:/domainnames/*";
        statements.Add(AllowOn("PortalReadsRoutingRules", ["apigateway:ListRoutingRules"], [rules]));

        // So have private names and what lets VPC endpoints in.
        statements.Add(AllowOn("PortalReadsPrivateNames", ["apigateway:GET"], [rules]));

        // CloudWatch, CloudTrail and the simulator know no resources for these.
        statements.Add(AllowOn("PortalReadsMetrics", ["cloudwatch:GetMetricData"], ["*"]));
        statements.Add(AllowOn("PortalAsksWhoChangedWhat", ["cloudtrail:LookupEvents"], ["*"]));
        statements.Add(AllowOn("PortalReadsAccessLogs", ["logs:FilterLogEvents"], [$"arn:{Partition(region)}:logs:{region}:*:log-group:*"]));

        if (writing)
        {
            statements.Add(AllowOn("PortalAsksWhatItMay", ["iam:SimulatePrincipalPolicy"], [$"arn:{Partition(region)}:iam::*:role/*", $"arn:{Partition(region)}:iam::*:user/*"]));

            statements.Add(Allow("PortalCreates", ["apigateway:POST"], "/restapis", "/restapis/*/deployments", "/restapis/*/stages", "/restapis/*/documentation/parts", "/apis", "/apis/*", "/usageplans", "/usageplans/*/keys", "/apikeys"));
            statements.Add(Allow("PortalCreatesOfTheAccount", ["apigateway:POST"], "/clientcertificates", "/vpclinks", "/domainnames", "/domainnames/*/apimappings"));
            statements.Add(Allow("PortalChangesAndDeletes", ["apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"], "/restapis/*", "/apis/*", "/usageplans/*", "/apikeys/*"));
            statements.Add(Allow("PortalChangesAndDeletesOfTheAccount", ["apigateway:PATCH", "apigateway:DELETE"], "/clientcertificates/*", "/vpclinks/*", "/domainnames/*"));
            statements.Add(AllowOn("PortalWritesRoutingRules", ["apigateway:CreateRoutingRule", "apigateway:UpdateRoutingRule", "apigateway:DeleteRoutingRule"], [rules]));
            statements.Add(AllowOn("PortalWritesPrivateNames", ["apigateway:POST", "apigateway:PATCH", "apigateway:DELETE", "apigateway:UpdateDomainNamePolicy", "apigateway:CreateAccessAssociation"], [rules]));
            statements.Add(Allow("PortalMakesPrivateNames", ["apigateway:UpdateDomainNamePolicy"], "/domainnames"));
            statements.Add(AllowOn("PortalLetsVpcEndpointsIn", ["apigateway:POST", "apigateway:DELETE"], [$"{root}/domainnameaccessassociations", $"arn:{Partition(region)}:apigateway:{region}:*:/domainnameaccessassociations/*"]));
            statements.Add(Allow("PortalChangesTheLogRole", ["apigateway:PATCH"], "/account"));
            statements.Add(Allow("PortalHasClientsShowCertificates", ["apigateway:AddCertificateToDomain", "apigateway:RemoveCertificateFromDomain"], "/domainnames", "/domainnames/*"));

            // Giving a tag in the call that creates is checked as a call to the tags; adopting gives one, and its undo takes it away.
            statements.Add(Allow("PortalTags", ["apigateway:PUT", "apigateway:POST", "apigateway:DELETE"], "/tags", "/tags/*"));
            statements.Add(Allow("PortalPutsWebAclsBeforeStages", ["apigateway:SetWebACL"], "/restapis/*/stages/*"));
            statements.Add(AllowOn("PortalNamesWebAcls", ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL"], [$"arn:{Partition(region)}:wafv2:{region}:*:regional/webacl/*/*", $"{root}/restapis/*/stages/*"]));
            statements.Add(Allow("PortalWritesResourcePolicies", ["apigateway:UpdateRestApiPolicy"], "/restapis", "/restapis/*"));
        }

        return new LeastPolicy
        {
            Document = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements }.ToJsonString(Indented),
            Notes =
            [
                "PortalAsksWhoChangedWhat is for naming who changed something beside the portal; without it nothing else is missing.",
                "PortalReadsAccessLogs is for numbers by API key: narrow it to the connection's log group, or leave it out if there is none.",
                .. writing ? Writing : ["With this policy the portal can read and compare, and AWS refuses every change."],
            ],
        };

        JsonObject Allow(string sid, string[] actions, params string[] paths) => AllowOn(sid, actions, [.. paths.Select(path => root + path)]);

        static JsonObject AllowOn(string sid, string[] actions, string[] resources) => new()
        {
            ["Sid"] = sid,
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
            ["Resource"] = new JsonArray([.. resources.Select(resource => JsonValue.Create(resource))]),
        };
    }

    /// <summary>Regions of China, GovCloud and the like are worlds of their own, and so are their ARNs.</summary>
    private static string Partition(string region) => region.Split('-') switch
    {
        ["cn", ..] => "aws-cn",
        ["us", "gov", ..] => "aws-us-gov",
        ["us", "iso", ..] => "aws-iso",
        ["us", "isob", ..] => "aws-iso-b",
        ["eusc", ..] => "aws-eusc",
        _ => "aws",
    };
}
