using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Stages;

namespace Portal.Tests.Sync.Snippets;

/// <summary>A domain name that goes by rules, as the files of other tools have it.</summary>
public sealed class RoutingRuleSnippetTests
{
    private static readonly Dictionary<string, string> Names = new() { ["shop/dev"] = "dev of Shop" };

    private static readonly DomainNameSpec Domain = new("name")
    {
        Name = "api.example.com",
        EndpointType = "REGIONAL",
        CertificateArn = "arn:cert",
        SecurityPolicy = "TLS_1_2",
        MutualTls = null,
        RoutingMode = RoutingModes.ByRules,
        RoutingRules = new(
        [
            new("100", new() { Conditions = [], Stage = UsagePlanSpec.ForeignStageKey("abc", "live"), StripsBasePath = false }),
            new("20", new() { Conditions = [new() { Headers = [new() { Name = "X-Version", Glob = "2*" }] }, new() { BasePaths = ["v1"] }], Stage = "shop/dev", StripsBasePath = true }),
        ]),
        Mappings = SortedMap<string>.Empty,
    };

    [Fact]
    public void CloudFormation_has_a_resource_for_each_rule() => Assert.Equal(
        """
        LogicalId:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: "api.example.com"
            RegionalCertificateArn: "arn:cert"
            SecurityPolicy: "TLS_1_2"
            EndpointConfiguration:
              Types: [REGIONAL]
            RoutingMode: "ROUTING_RULE_ONLY"
        Rule20:
          Type: AWS::ApiGatewayV2::RoutingRule
          Properties:
            DomainNameArn: !GetAtt LogicalId.DomainNameArn
            Priority: 20
            Conditions:
              - MatchBasePaths: { AnyOf: ["v1"] }
              - MatchHeaders: { AnyOf: [{ Header: "X-Version", ValueGlob: "2*" }] }
            Actions:
              - InvokeApi: { ApiId: !Ref ShopApi, Stage: "dev", StripBasePath: true } # dev of Shop
        Rule100:
          Type: AWS::ApiGatewayV2::RoutingRule
          Properties:
            DomainNameArn: !GetAtt LogicalId.DomainNameArn
            Priority: 100
            Conditions: []
            Actions:
              - InvokeApi: { ApiId: "abc", Stage: "live", StripBasePath: false }
        """.ReplaceLineEndings("\n"),
        CloudFormationSnippet.Of(Domain, false, null, Names));

    [Fact]
    public void Terraform_has_a_resource_for_each_rule() => Assert.Equal(
        """
        resource "aws_api_gateway_domain_name" "this" {
          domain_name = "api.example.com"
          regional_certificate_arn = "arn:cert"
          security_policy = "TLS_1_2"
          routing_mode = "ROUTING_RULE_ONLY"
          endpoint_configuration {
            types = ["REGIONAL"]
          }
        }
        resource "aws_apigatewayv2_routing_rule" "rule_20" {
          domain_name = aws_api_gateway_domain_name.this.domain_name
          priority = 20
          condition {
            match_base_paths {
              any_of = ["v1"]
            }
          }
          condition {
            match_headers {
              any_of {
                header = "X-Version"
                value_glob = "2*"
              }
            }
          }
          action {
            invoke_api {
              api_id = aws_api_gateway_rest_api.shop.id # dev of Shop
              stage = "dev"
              strip_base_path = true
            }
          }
        }
        resource "aws_apigatewayv2_routing_rule" "rule_100" {
          domain_name = aws_api_gateway_domain_name.this.domain_name
          priority = 100
          action {
            invoke_api {
              api_id = "abc"
              stage = "live"
              strip_base_path = false
            }
          }
        }
        """.ReplaceLineEndings("\n"),
        TerraformSnippet.Of(Domain, false, null, Names));
}
