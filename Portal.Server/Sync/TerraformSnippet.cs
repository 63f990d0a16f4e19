using System.Globalization;
using System.Text;
using System.Text.Json;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>How a thing would stand in Terraform (https://registry.terraform.io/providers/hashicorp/aws/latest/docs). Names of resources and references to other things are the configuration's own.</summary>
internal static class TerraformSnippet
{
    public static string Of(Spec spec, bool isGone)
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

            case HttpApiSpec api:
                Open("aws_apigatewayv2_api");
                Say("name", api.Name);
                Say("protocol_type", "HTTP");
                text.AppendLine("  # The document as the diff leaves it.");
                text.AppendLine("  body = file(\"openapi.json\")");
                text.AppendLine("}");
                text.AppendLine("# A stage with auto_deploy serves it at once; another needs aws_apigatewayv2_deployment, to be replaced when the body changes (triggers).");
                break;

            case WebSocketApiSpec api:
                Open("aws_apigatewayv2_api");
                Say("name", api.Name);
                Say("protocol_type", "WEBSOCKET");
                Say("route_selection_expression", api.RouteSelectionExpression);
                text.AppendLine("}");
                text.AppendLine("# Routes, integrations and authorizers are resources of their own (aws_apigatewayv2_route, ...): the diff says how each is to be.");
                break;

            case StageSpec stage:
                Open(stage.ApiKind is null ? "aws_api_gateway_stage" : "aws_apigatewayv2_stage");
                Say(stage.ApiKind is null ? "stage_name" : "name", stage.Name);
                Say("description", stage.Description);

                if (stage.Variables.Count > 0)
                {
                    Block(stage.ApiKind is null ? "variables = {" : "stage_variables = {", stage.Variables.Select(variable => (variable.Key, Quoted(variable.Value))));
                }

                if (stage.AccessLog is { } log)
                {
                    Block("access_log_settings {", [("destination_arn", Quoted(log.DestinationArn)), ("format", Quoted(log.Format))]);
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
                Block("endpoint_configuration {", [("types", $"[{Quoted(domain.EndpointType)}]")]);

                if (domain.MutualTls is { } tls)
                {
                    Block("mutual_tls_authentication {", [("truststore_uri", Quoted(tls.Uri)), .. tls.Version is { } version ? [("truststore_version", Quoted(version))] : Array.Empty<(string, string)>()]);
                }

                text.AppendLine("}").AppendLine(CultureInfo.InvariantCulture, $"# Each of its {domain.Mappings.Count} mappings is an aws_apigatewayv2_api_mapping.");
                break;

            case VpcLinkSpec link:
                Open("aws_api_gateway_vpc_link");
                Say("name", link.Name);
                Say("description", link.Description);
                text.AppendLine(CultureInfo.InvariantCulture, $"  target_arns = [{Quoted(link.TargetArn)}]").AppendLine("}");
                break;

            case VpcLinkV2Spec link:
                Open("aws_apigatewayv2_vpc_link");
                Say("name", link.Name);
                text.AppendLine(CultureInfo.InvariantCulture, $"  subnet_ids = [{string.Join(", ", link.SubnetIds.Select(Quoted))}]");
                text.AppendLine(CultureInfo.InvariantCulture, $"  security_group_ids = [{string.Join(", ", link.SecurityGroupIds.Select(Quoted))}]").AppendLine("}");
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
                    Block("quota_settings {", [("limit", Number(quota.Limit)), ("period", Quoted(quota.Period)), ("offset", Number(quota.Offset))]);
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
                text.AppendLine(CultureInfo.InvariantCulture, $"  {name} = {Quoted(value)}");
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

    /// <summary>As JSON quotes it; what would begin an expression is doubled.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, GatewayJson.Canonical.String)
        .Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
