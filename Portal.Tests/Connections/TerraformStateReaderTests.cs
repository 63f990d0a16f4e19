using System.Text;
using Portal.Server.Connections;

namespace Portal.Tests.Connections;

/// <summary>What a state of Terraform says of API Gateway.</summary>
public sealed class TerraformStateReaderTests
{
    [Theory]
    [InlineData("aws_api_gateway_rest_api", """{"id":"abc123def4"}""", "restapis/abc123def4")]
    [InlineData("aws_api_gateway_stage", """{"id":"ags-abc-prod","rest_api_id":"abc","stage_name":"prod"}""", "restapis/abc/stages/prod")]
    [InlineData("aws_api_gateway_method_settings", """{"id":"abc-prod-*/*","rest_api_id":"abc","stage_name":"prod"}""", "restapis/abc/stages/prod")]
    [InlineData("aws_api_gateway_deployment", """{"id":"d1","rest_api_id":"abc","stage_name":"prod"}""", "restapis/abc/stages/prod")]
    [InlineData("aws_api_gateway_deployment", """{"id":"d1","rest_api_id":"abc","stage_name":null}""", null)]
    [InlineData("aws_api_gateway_method", """{"id":"agm-abc","rest_api_id":"abc"}""", "restapis/abc")]
    [InlineData("aws_api_gateway_authorizer", """{"id":"x1","rest_api_id":"abc","authorizer_credentials":"s"}""", "restapis/abc")]
    [InlineData("aws_api_gateway_documentation_part", """{"id":"x1","rest_api_id":"abc"}""", null)]
    [InlineData("aws_api_gateway_usage_plan", """{"id":"p1"}""", "usageplans/p1")]
    [InlineData("aws_api_gateway_usage_plan_key", """{"id":"k1","usage_plan_id":"p1"}""", null)]
    [InlineData("aws_api_gateway_api_key", """{"id":"k1","value":"s"}""", "apikeys/k1")]
    [InlineData("aws_api_gateway_domain_name", """{"id":"api.example.com","domain_name":"api.example.com"}""", "domainnames/api.example.com")]
    [InlineData("aws_apigatewayv2_domain_name", """{"id":"*.example.com","domain_name":"*.example.com"}""", "domainnames/*.example.com")]
    [InlineData("aws_api_gateway_base_path_mapping", """{"id":"api.example.com/v1","domain_name":"api.example.com"}""", "domainnames/api.example.com")]
    [InlineData("aws_apigatewayv2_api_mapping", """{"id":"m1","domain_name":"api.example.com"}""", "domainnames/api.example.com")]
    [InlineData("aws_api_gateway_domain_name", """{"id":"in.example.com","domain_name":"in.example.com","domain_name_id":"abcd1234"}""", "domainnames/in.example.com+abcd1234")]
    [InlineData("aws_api_gateway_domain_name_access_association", """{"domain_name_arn":"arn:aws:apigateway:eu-west-1:123456789012:/domainnames/in.example.com+abcd1234"}""", "domainnames/in.example.com+abcd1234")]
    [InlineData("aws_apigatewayv2_routing_rule", """{"routing_rule_id":"r1","domain_name":"api.example.com"}""", "domainnames/api.example.com")]
    [InlineData("aws_api_gateway_vpc_link", """{"id":"v1"}""", "vpclinks/v1")]
    [InlineData("aws_apigatewayv2_vpc_link", """{"id":"v1"}""", "v2/vpclinks/v1")]
    [InlineData("aws_api_gateway_client_certificate", """{"id":"c1"}""", "clientcertificates/c1")]
    [InlineData("aws_api_gateway_account", """{"id":"api-gateway-account"}""", "account")]
    [InlineData("aws_apigatewayv2_api", """{"id":"h1"}""", "apis/h1")]
    [InlineData("aws_apigatewayv2_stage", """{"id":"$default","api_id":"h1","name":"$default"}""", "apis/h1/stages/$default")]
    [InlineData("aws_apigatewayv2_route", """{"id":"r1","api_id":"h1"}""", "apis/h1")]
    [InlineData("aws_apigatewayv2_deployment", """{"id":"d1","api_id":"h1"}""", null)]
    [InlineData("aws_db_instance", """{"id":"db","password":"s"}""", null)]
    [InlineData("aws_api_gateway_rest_api", """{"id":"no id of AWS's"}""", null)]
    [InlineData("aws_api_gateway_rest_api", """{"id":12}""", null)]
    public void A_resource_names_a_thing_or_a_part_of_one(string type, string attributes, string? path)
    {
        var named = Things($$"""{"version":4,"resources":[{"module":"module.shop","mode":"managed","type":"{{type}}","name":"it","instances":[{"index_key":"a","attributes":{{attributes}}}]}]}""");

        Assert.Equal(path is null ? [] : [new TerraformThing(path, $"module.shop.{type}.it[\"a\"]")], named);
    }

    [Fact]
    public void The_thing_itself_is_a_better_name_than_a_part_of_it()
    {
        var named = Things(TerraformStates.Of(
            (null, "aws_api_gateway_method", "get", new() { ["rest_api_id"] = "abc" }),
            ("module.shop", "aws_api_gateway_rest_api", "orders", new() { ["id"] = "abc" })));

        Assert.Equal([new TerraformThing("restapis/abc", "module.shop.aws_api_gateway_rest_api.orders")], named);
    }

    [Fact]
    public void What_show_prints_names_the_same()
    {
        (string?, string, string, Dictionary<string, object?>)[] resources =
        [
            ("module.shop", "aws_api_gateway_rest_api", "orders", new() { ["id"] = "abc" }),
            (null, "aws_api_gateway_usage_plan", "gold", new() { ["id"] = "p1" }),
        ];

        Assert.Equal(Things(TerraformStates.Of(resources)), Things(TerraformStates.Shown(resources)));
    }

    [Fact]
    public void What_is_in_another_Region_is_left_out()
    {
        var read = Assert.IsType<TerraformReading.Read>(Read(TerraformStates.Of(
            (null, "aws_api_gateway_rest_api", "here", new() { ["id"] = "a1", ["arn"] = "arn:aws:apigateway:eu-west-1::/restapis/a1" }),
            (null, "aws_api_gateway_rest_api", "there", new() { ["id"] = "a2", ["arn"] = "arn:aws:apigateway:us-east-1::/restapis/a2" }),
            (null, "aws_api_gateway_domain_name", "there", new() { ["domain_name"] = "a.example.com", ["region"] = "us-east-1" }))));

        Assert.Equal("restapis/a1", Assert.Single(read.Things).Path);
        Assert.Equal(2, read.Elsewhere);
    }

    [Fact]
    public void What_is_only_looked_up_is_not_owned() =>
        Assert.Empty(Things("""{"version":4,"resources":[{"mode":"data","type":"aws_api_gateway_rest_api","name":"it","instances":[{"attributes":{"id":"abc"}}]}]}"""));

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("resource \"aws_api_gateway_rest_api\" \"s3cr3t\" {}", "no JSON")]
    [InlineData("[]", "no state")]
    [InlineData("""{"hello":"s3cr3t"}""", "neither a version")]
    [InlineData("""{"version":3,"modules":[]}""", "another version than 4")]
    [InlineData("""{"version":"4"}""", "another version than 4")]
    [InlineData("""{"serial":1,"encrypted_data":"s3cr3t"}""", "encrypted")]
    [InlineData("""{"format_version":"1.2","planned_values":{}}""", "a plan")]
    [InlineData("""{"version":4,"resources":[{"mode":"managed","type":"aws_api_gateway_rest_api","name":"\ud800","instances":[{"attributes":{"id":"s3cr3t"}}]}]}""", "letters that are none")]
    [InlineData("""{"version":4,"resources":[{"\ud800":1,"mode":"managed","type":"aws_api_gateway_\ud800"}]}""", "letters that are none")]
    public void What_is_no_state_is_said_without_a_word_of_it(string text, string said)
    {
        var unreadable = Assert.IsType<TerraformReading.Unreadable>(Read(text));

        Assert.Contains(said, unreadable.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", unreadable.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":4}""")]
    [InlineData("""{"version":4,"resources":null}""")]
    [InlineData("""{"version":4,"resources":[1,"a",null,[],{}]}""")]
    [InlineData("""{"version":4,"resources":[{"mode":"managed","type":"aws_api_gateway_rest_api"},{"mode":"managed","type":"aws_api_gateway_rest_api","instances":[null,{"attributes":[]},{"attributes":{"id":null}}]}]}""")]
    [InlineData("""{"format_version":"1.0"}""")]
    [InlineData("""{"format_version":"1.0","values":{"root_module":{"child_modules":[null,{"resources":[{"type":"aws_api_gateway_rest_api","mode":"managed"}]}]}}}""")]
    public void Whatever_stands_in_it_names_nothing(string text) => Assert.Empty(Things(text));

    [Fact]
    public void Whatever_letters_it_is_written_in_it_is_read()
    {
        var text = TerraformStates.Of((null, "aws_api_gateway_rest_api", "it", new() { ["id"] = "abc" }));

        foreach (var letters in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            Assert.Single(Assert.IsType<TerraformReading.Read>(TerraformStateReader.Read((byte[])[.. letters.GetPreamble(), .. letters.GetBytes(text)], "eu-west-1")).Things);
        }
    }

    [Fact]
    public void There_is_a_bound() => Assert.IsType<TerraformReading.Unreadable>(Read(TerraformStates.Of(
        [.. Enumerable.Range(0, TerraformStateReader.MostThings + 1).Select(number => ((string?)null, "aws_api_gateway_rest_api", $"a{number}", new Dictionary<string, object?> { ["id"] = $"a{number}" }))])));

    private static IReadOnlyList<TerraformThing> Things(string text) => Assert.IsType<TerraformReading.Read>(Read(text)).Things;

    private static TerraformReading Read(string text) => TerraformStateReader.Read(Encoding.UTF8.GetBytes(text), "eu-west-1");
}
