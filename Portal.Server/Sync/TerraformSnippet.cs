using System.Globalization;
using System.Text;
using Portal.Server.Gateway;
using Portal.Server.Sync.Snippets;
using static Portal.Server.Sync.SnippetText;

namespace Portal.Server.Sync;

/// <summary>How a thing would stand in Terraform, by its provider for AWS. Names of resources and references to other things are the configuration's own.</summary>
internal static class TerraformSnippet
{
    /// <param name="spec">As it shall be.</param>
    /// <param name="isGone">Whether it shall not be.</param>
    /// <param name="before">As it is: of an API of many resources only those are said that differ. Null where it is not there.</param>
    /// <param name="names">What the stages of a usage plan are called, by their keys.</param>
    public static string Of(Spec spec, bool isGone, Spec? before = null, IReadOnlyDictionary<string, string>? names = null)
    {
        if (isGone)
        {
            return $"# Remove {spec.Label} from the configuration.";
        }

        var text = new StringBuilder();

        switch (spec)
        {
            case RestApiSpec api:
                Open("aws_api_gateway_rest_api");
                Say("name", api.Name);
                Say("description", api.Description);
                text.AppendLine("  # The document as the diff leaves it.");
                text.AppendLine("  body = file(\"openapi.json\")");
                text.AppendLine("}");
                text.AppendLine("# A stage serves a deployment: let aws_api_gateway_deployment be replaced when the body changes (triggers).");
                break;

            case HttpApiSpec or WebSocketApiSpec:
                return ApiSnippet.Terraform(before as DefinitionSpec, (DefinitionSpec)spec);

            case StageSpec stage:
                Open(stage.ApiKind is null ? "aws_api_gateway_stage" : "aws_apigatewayv2_stage");

                if (stage.ApiKind is not null)
                {
                    text.AppendLine("  api_id = aws_apigatewayv2_api.this.id");
                }

                Say(stage.ApiKind is null ? "stage_name" : "name", stage.Name);
                Say("description", stage.Description);

                if (stage.Variables.Count > 0)
                {
                    Block(stage.ApiKind is null ? "variables = {" : "stage_variables = {", stage.Variables.Select(variable => (variable.Key, TerraformQuoted(variable.Value))));
                }

                if (stage.AccessLog is { } log)
                {
                    Block("access_log_settings {", [("destination_arn", TerraformQuoted(log.DestinationArn)), ("format", TerraformQuoted(log.Format))]);
                }

                foreach (var line in stage.ApiKind is null ? StageSnippet.Terraform(stage) : RouteSettingsSnippet.Terraform(stage))
                {
                    text.AppendLine(line);
                }

                text.AppendLine("}").AppendJoin('\n', stage.ApiKind is null ? StageSnippet.TerraformBeside(stage) : []);
                break;

            case ClientCertificateSpec certificate:
                Open("aws_api_gateway_client_certificate");
                Say("description", certificate.Description);
                text.AppendLine("}");
                break;

            case DomainNameSpec domain:
                Open("aws_api_gateway_domain_name");
                Say("domain_name", domain.Name);
                Say(domain.EndpointType is "REGIONAL" ? "regional_certificate_arn" : "certificate_arn", domain.CertificateArn);
                Say("security_policy", domain.SecurityPolicy);
                Say("routing_mode", domain.RoutingMode);
                Say("policy", domain.Policy);
                Block("endpoint_configuration {", [("types", $"[{TerraformQuoted(domain.EndpointType)}]"), .. domain.IpAddressType is { } addresses ? [("ip_address_type", TerraformQuoted(addresses))] : Array.Empty<(string, string)>()]);

                if (domain.MutualTls is { } tls)
                {
                    Block("mutual_tls_authentication {", [("truststore_uri", TerraformQuoted(tls.Uri)), .. tls.Version is { } version ? [("truststore_version", TerraformQuoted(version))] : Array.Empty<(string, string)>()]);
                }

                text.AppendLine("}").AppendJoin('\n', [
                    .. DomainNameNotes.Of(domain, domain.IsPrivate ? "aws_api_gateway_base_path_mapping" : "aws_apigatewayv2_api_mapping", "aws_api_gateway_domain_name_access_association"),
                    .. RoutingRuleSnippet.Terraform(domain, names ?? new Dictionary<string, string>())]);
                break;

            case VpcLinkSpec link:
                Open("aws_api_gateway_vpc_link");
                Say("name", link.Name);
                Say("description", link.Description);
                text.AppendLine(CultureInfo.InvariantCulture, $"  target_arns = [{TerraformQuoted(link.TargetArn)}]").AppendLine("}");
                break;

            case VpcLinkV2Spec link:
                Open("aws_apigatewayv2_vpc_link");
                Say("name", link.Name);
                text.AppendLine(CultureInfo.InvariantCulture, $"  subnet_ids = [{string.Join(", ", link.SubnetIds.Select(TerraformQuoted))}]");
                text.AppendLine(CultureInfo.InvariantCulture, $"  security_group_ids = [{string.Join(", ", link.SecurityGroupIds.Select(TerraformQuoted))}]").AppendLine("}");
                break;

            case DocumentationSpec said:
                text.AppendLine(CultureInfo.InvariantCulture, $"# Each of its {said.Parts.Count} parts is an aws_api_gateway_documentation_part, and each of its {said.Versions.Count} versions an aws_api_gateway_documentation_version: the diff says how each is to be.");
                break;

            case AccountSettingsSpec settings:
                Open("aws_api_gateway_account");
                Say("cloudwatch_role_arn", settings.LogRoleArn);
                text.AppendLine("}");
                break;

            case UsagePlanSpec plan:
                Open("aws_api_gateway_usage_plan");
                Say("name", plan.Name);
                Say("description", plan.Description);

                if (plan.Throttle is { } throttle)
                {
                    Block("throttle_settings {", [("rate_limit", Number(throttle.RateLimit)), ("burst_limit", Number(throttle.BurstLimit))]);
                }

                if (plan.Quota is { } quota)
                {
                    Block("quota_settings {", [("limit", Number(quota.Limit)), ("period", TerraformQuoted(quota.Period)), ("offset", Number(quota.Offset))]);
                }

                foreach (var line in PlanStagesSnippet.Terraform(plan, names ?? new Dictionary<string, string>()))
                {
                    text.AppendLine(line);
                }

                text.AppendLine("}");
                break;
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd();

        void Open(string type) => text.AppendLine(CultureInfo.InvariantCulture, $"resource \"{type}\" \"this\" {{");

        void Say(string name, string? value)
        {
            if (value is not null)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {name} = {TerraformQuoted(value)}");
            }
        }

        void Block(string opening, IEnumerable<(string Name, string Value)> members)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {opening}");

            foreach (var (name, value) in members)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {name} = {value}");
            }

            text.AppendLine("  }");
        }
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
