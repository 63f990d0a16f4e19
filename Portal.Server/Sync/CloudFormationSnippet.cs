using System.Globalization;
using System.Text;
using Portal.Server.Gateway;
using Portal.Server.Sync.Snippets;
using static Portal.Server.Sync.SnippetText;

namespace Portal.Server.Sync;

/// <summary>How a thing would stand in a CloudFormation template (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_ApiGateway.html). Logical ids and references to other things are the template's own.</summary>
internal static class CloudFormationSnippet
{
    /// <param name="spec">As it shall be.</param>
    /// <param name="isGone">Whether it shall not be.</param>
    /// <param name="before">As it is: of an API of many resources only those are said that differ. Null where it is not there.</param>
    /// <param name="names">What the stages of a usage plan are called, by their keys.</param>
    public static string Of(Spec spec, bool isGone, Spec? before = null, IReadOnlyDictionary<string, string>? names = null)
    {
        if (isGone)
        {
            return $"# Remove {spec.Label} from the template.";
        }

        var text = new StringBuilder();

        switch (spec)
        {
            case RestApiSpec api:
                Open("AWS::ApiGateway::RestApi");
                Say("Name", api.Name);
                Say("Description", api.Description);
                text.AppendLine(CultureInfo.InvariantCulture, $"    ApiKeySourceType: {api.ApiKeySource}");
                text.AppendLine("    # The document as the diff leaves it: inline, from S3 (BodyS3Location), or as DefinitionBody in SAM.");
                text.AppendLine("    Body:");
                text.AppendLine("      Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://BUCKET/openapi.json } }");
                text.AppendLine("# A stage serves a deployment: add an AWS::ApiGateway::Deployment under a new logical id.");
                break;

            case HttpApiSpec or WebSocketApiSpec:
                return ApiSnippet.CloudFormation(before as DefinitionSpec, (DefinitionSpec)spec);

            case StageSpec stage:
                Open(stage.ApiKind is null ? "AWS::ApiGateway::Stage" : "AWS::ApiGatewayV2::Stage");

                if (stage.ApiKind is not null)
                {
                    text.AppendLine("    ApiId: !Ref Api");
                }

                Say("StageName", stage.Name);
                Say("Description", stage.Description);
                Map(stage.ApiKind is null ? "Variables" : "StageVariables", stage.Variables.Select(variable => (variable.Key, Quoted(variable.Value))));

                if (stage.AccessLog is { } log)
                {
                    Map(stage.ApiKind is null ? "AccessLogSetting" : "AccessLogSettings", [("DestinationArn", Quoted(log.DestinationArn)), ("Format", Quoted(log.Format))]);
                }

                text.AppendJoin('\n', stage.ApiKind is null ? StageSnippet.CloudFormation(stage) : RouteSettingsSnippet.CloudFormation(stage));
                break;

            case ClientCertificateSpec certificate:
                Open("AWS::ApiGateway::ClientCertificate");
                Say("Description", certificate.Description);
                break;

            case DomainNameSpec domain:
                Open(domain.IsPrivate ? "AWS::ApiGateway::DomainNameV2" : "AWS::ApiGateway::DomainName");
                Say("DomainName", domain.Name);
                Say(domain.EndpointType is "REGIONAL" ? "RegionalCertificateArn" : "CertificateArn", domain.CertificateArn);
                Say("SecurityPolicy", domain.SecurityPolicy);
                Map("EndpointConfiguration", [("Types", $"[{domain.EndpointType}]"), .. domain.IpAddressType is { } addresses ? [("IpAddressType", addresses)] : Array.Empty<(string, string)>()]);
                Say("RoutingMode", domain.RoutingMode);

                if (domain.Policy is { } namePolicy)
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"    Policy: {namePolicy}");
                }

                if (domain.MutualTls is { } tls)
                {
                    Map("MutualTlsAuthentication", [("TruststoreUri", Quoted(tls.Uri)), .. tls.Version is { } version ? [("TruststoreVersion", Quoted(version))] : Array.Empty<(string, string)>()]);
                }

                text.AppendJoin('\n', [
                    .. DomainNameNotes.Of(domain, domain.IsPrivate ? "AWS::ApiGateway::BasePathMappingV2" : "AWS::ApiGatewayV2::ApiMapping", "AWS::ApiGateway::DomainNameAccessAssociation"),
                    .. RoutingRuleSnippet.CloudFormation(domain, names ?? new Dictionary<string, string>())]);
                break;

            case VpcLinkSpec link:
                Open("AWS::ApiGateway::VpcLink");
                Say("Name", link.Name);
                Say("Description", link.Description);
                text.AppendLine(CultureInfo.InvariantCulture, $"    TargetArns: [{Quoted(link.TargetArn)}]");
                break;

            case VpcLinkV2Spec link:
                Open("AWS::ApiGatewayV2::VpcLink");
                Say("Name", link.Name);
                text.AppendLine(CultureInfo.InvariantCulture, $"    SubnetIds: [{string.Join(", ", link.SubnetIds.Select(Quoted))}]");
                text.AppendLine(CultureInfo.InvariantCulture, $"    SecurityGroupIds: [{string.Join(", ", link.SecurityGroupIds.Select(Quoted))}]");
                break;

            case DocumentationSpec said:
                text.AppendLine(CultureInfo.InvariantCulture, $"# Each of its {said.Parts.Count} parts is an AWS::ApiGateway::DocumentationPart, and each of its {said.Versions.Count} versions an AWS::ApiGateway::DocumentationVersion: the diff says how each is to be.");
                break;

            case AccountSettingsSpec settings:
                Open("AWS::ApiGateway::Account");
                Say("CloudWatchRoleArn", settings.LogRoleArn);
                break;

            case UsagePlanSpec plan:
                Open("AWS::ApiGateway::UsagePlan");
                Say("UsagePlanName", plan.Name);
                Say("Description", plan.Description);

                if (plan.Throttle is { } throttle)
                {
                    Map("Throttle", [("RateLimit", Number(throttle.RateLimit)), ("BurstLimit", Number(throttle.BurstLimit))]);
                }

                if (plan.Quota is { } quota)
                {
                    Map("Quota", [("Limit", Number(quota.Limit)), ("Period", quota.Period), ("Offset", Number(quota.Offset))]);
                }

                foreach (var line in PlanStagesSnippet.CloudFormation(plan, names ?? new Dictionary<string, string>()))
                {
                    text.AppendLine(line);
                }

                break;
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd();

        void Open(string type) => text.AppendLine("LogicalId:").AppendLine(CultureInfo.InvariantCulture, $"  Type: {type}").AppendLine("  Properties:");

        void Say(string name, string? value)
        {
            if (value is not null)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {name}: {Quoted(value)}");
            }
        }

        void Map(string name, IEnumerable<(string Name, string Value)> members)
        {
            var lines = members.ToList();

            if (lines is [])
            {
                return;
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"    {name}:");
            lines.ForEach(member => text.AppendLine(CultureInfo.InvariantCulture, $"      {member.Name}: {member.Value}"));
        }
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
