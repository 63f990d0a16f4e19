using System.Globalization;
using Portal.Server.Gateway;
using static Portal.Server.Sync.SnippetText;

namespace Portal.Server.Sync.Snippets;

/// <summary>The routing rules of a domain name, each a resource of its own, line by line, as the files of other tools have them. Which API is meant is a reference there; what the portal calls its stage stands beside.</summary>
internal static class RoutingRuleSnippet
{
    /// <summary>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-routingrule.html</summary>
    public static IEnumerable<string> CloudFormation(DomainNameSpec domain, IReadOnlyDictionary<string, string> names)
    {
        foreach (var (priority, rule) in RoutingRuleSpec.InOrder(domain.RoutingRules))
        {
            var place = SnippetPlace.Of(rule.Stage, names);
            yield return $"Rule{priority.ToString(CultureInfo.InvariantCulture)}:";
            yield return "  Type: AWS::ApiGatewayV2::RoutingRule";
            yield return "  Properties:";
            yield return "    DomainNameArn: !GetAtt LogicalId.DomainNameArn";
            yield return $"    Priority: {priority.ToString(CultureInfo.InvariantCulture)}";
            yield return rule.Conditions is [] ? "    Conditions: []" : "    Conditions:";

            foreach (var condition in rule.Conditions)
            {
                yield return condition.BasePaths is { } paths
                    ? $"      - MatchBasePaths: {{ AnyOf: [{string.Join(", ", paths.Select(Quoted))}] }}"
                    : $"      - MatchHeaders: {{ AnyOf: [{string.Join(", ", (condition.Headers ?? []).Select(header => $"{{ Header: {Quoted(header.Name)}, ValueGlob: {Quoted(header.Glob)} }}"))}] }}";
            }

            yield return "    Actions:";
            yield return $"      - InvokeApi: {{ ApiId: {(place.ApiId is { } id ? Quoted(id) : $"!Ref {place.LogicalId}")}, Stage: {Quoted(place.Stage)}, StripBasePath: {Word(rule.StripsBasePath)} }}{(place.ApiId is null ? $" # {place.Words}" : "")}";
        }
    }

    public static IEnumerable<string> Terraform(DomainNameSpec domain, IReadOnlyDictionary<string, string> names)
    {
        foreach (var (priority, rule) in RoutingRuleSpec.InOrder(domain.RoutingRules))
        {
            var place = SnippetPlace.Of(rule.Stage, names);
            yield return $"resource \"aws_apigatewayv2_routing_rule\" \"rule_{priority.ToString(CultureInfo.InvariantCulture)}\" {{";
            yield return "  domain_name = aws_api_gateway_domain_name.this.domain_name";
            yield return $"  priority = {priority.ToString(CultureInfo.InvariantCulture)}";

            foreach (var condition in rule.Conditions)
            {
                yield return "  condition {";

                foreach (var line in condition.BasePaths is { } paths
                    ? ["    match_base_paths {", $"      any_of = [{string.Join(", ", paths.Select(TerraformQuoted))}]", "    }"]
                    : Headers(condition))
                {
                    yield return line;
                }

                yield return "  }";
            }

            yield return "  action {";
            yield return "    invoke_api {";
            yield return place.ApiId is { } id ? $"      api_id = {TerraformQuoted(id)}" : $"      api_id = aws_api_gateway_rest_api.{place.Label}.id # {place.Words}";
            yield return $"      stage = {TerraformQuoted(place.Stage)}";
            yield return $"      strip_base_path = {Word(rule.StripsBasePath)}";
            yield return "    }";
            yield return "  }";
            yield return "}";
        }
    }

    private static IEnumerable<string> Headers(RoutingConditionSpec condition) =>
    [
        "    match_headers {",
        .. (condition.Headers ?? []).SelectMany(header => new[] { "      any_of {", $"        header = {TerraformQuoted(header.Name)}", $"        value_glob = {TerraformQuoted(header.Glob)}", "      }" }),
        "    }",
    ];
}
