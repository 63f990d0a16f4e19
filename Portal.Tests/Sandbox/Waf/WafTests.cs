using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.Waf;

public sealed class WafTests
{
    private const string Missing = "AWS WAF couldn’t perform the operation because your resource doesn’t exist.";

    [Fact]
    public async Task A_stage_shows_the_ACL_before_it()
    {
        await using var bench = await Bench.StartAsync();
        var (id, acl) = (await bench.DeployedAsync(Given.MockDocument()), await CreateAsync(bench));
        var arn = $"{acl["ARN"]}";
        var stage = $"arn:aws:apigateway:eu-central-1::/restapis/{id}/stages/dev";

        await bench.NamedAsync("wafv2", "AssociateWebACL", new { WebACLArn = arn, ResourceArn = stage });

        Assert.Equal(arn, (string?)(await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/stages/dev"))["webAclArn"]);
        Assert.Equal([stage], (await ListAsync(bench, arn, "API_GATEWAY")).Select(one => (string?)one));
        Assert.Empty(await ListAsync(bench, arn, null));
        Assert.Equal(arn, (string?)(await bench.NamedAsync("wafv2", "GetWebACLForResource", new { ResourceArn = stage }))["WebACL"]!["ARN"]);

        await bench.NamedAsync("wafv2", "DisassociateWebACL", new { ResourceArn = stage });

        Assert.False((await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/stages/dev")).AsObject().ContainsKey("webAclArn"));
        Assert.Equal("{}", (await bench.NamedAsync("wafv2", "GetWebACLForResource", new { ResourceArn = stage })).ToJsonString());
    }

    [Fact]
    public async Task An_ACL_in_use_is_not_deleted()
    {
        await using var bench = await Bench.StartAsync();
        var (id, acl) = (await bench.DeployedAsync(Given.MockDocument()), await CreateAsync(bench));
        var delete = new { Name = "front", Scope = "REGIONAL", Id = $"{acl["Id"]}", LockToken = $"{acl["LockToken"]}" };
        await bench.NamedAsync("wafv2", "AssociateWebACL", new { WebACLArn = $"{acl["ARN"]}", ResourceArn = $"arn:aws:apigateway:eu-central-1::/restapis/{id}/stages/dev" });

        await bench.NamedRefusedAsync("wafv2", "DeleteWebACL", delete, "WAFAssociatedItemException", "AWS WAF couldn’t delete the resource because it’s being used by another resource or it’s associated with another resource.");
        await bench.DoneAsync(HttpMethod.Delete, $"/restapis/{id}/stages/dev");
        await bench.NamedRefusedAsync("wafv2", "DeleteWebACL", delete with { LockToken = "old" }, "WAFOptimisticLockException", "AWS WAF couldn’t save your changes because someone changed the resource after you started to edit it. Reapply your changes.");
        await bench.NamedAsync("wafv2", "DeleteWebACL", delete);

        Assert.Empty((await bench.NamedAsync("wafv2", "ListWebACLs", new { Scope = "REGIONAL" }))["WebACLs"]!.AsArray());
    }

    [Fact]
    public async Task An_ACL_is_shown_as_it_was_made()
    {
        await using var bench = await Bench.StartAsync();
        var rule = JsonNode.Parse("""{"Name": "r", "Priority": 0, "Action": {"Block": {}}, "Statement": {"GeoMatchStatement": {"CountryCodes": ["XX"]}}, "VisibilityConfig": {"SampledRequestsEnabled": true, "CloudWatchMetricsEnabled": true, "MetricName": "r"}}""")!;
        var acl = await CreateAsync(bench, rule: rule);

        var shown = await bench.NamedAsync("wafv2", "GetWebACL", new { Name = "front", Scope = "REGIONAL", Id = $"{acl["Id"]}" });

        Assert.Equal(rule.ToJsonString(), shown["WebACL"]!["Rules"]![0]!.ToJsonString());
        Assert.Equal(("awswaf:123456789012:webacl:front:", (string?)acl["LockToken"]), ((string?)shown["WebACL"]!["LabelNamespace"], (string?)shown["LockToken"]));
        Assert.Matches("^arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/front/[0-9a-f-]{36}$", $"{acl["ARN"]}");
    }

    [Fact]
    public async Task What_is_not_there_or_no_stage_is_refused()
    {
        await using var bench = await Bench.StartAsync();
        var (id, acl) = (await bench.DeployedAsync(Given.MockDocument()), await CreateAsync(bench));
        var arn = $"{acl["ARN"]}";
        string Invalid(string field, string parameter) => $"Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes., field: {field}, parameter: {parameter}";
        async Task RefusedAsync(string aclArn, string resource, string type, string message) =>
            await bench.NamedRefusedAsync("wafv2", "AssociateWebACL", new { WebACLArn = aclArn, ResourceArn = resource }, type, message);

        await RefusedAsync("nonsense", "x", "WAFInvalidParameterException", Invalid("WEB_ACL_ARN", "nonsense"));
        await RefusedAsync(arn, "nonsense", "WAFInvalidParameterException", Invalid("RESOURCE_ARN", "nonsense"));
        await RefusedAsync(arn, $"arn:aws:apigateway:us-east-1::/restapis/{id}/stages/dev", "WAFInvalidParameterException", Invalid("RESOURCE_ARN", $"arn:aws:apigateway:us-east-1::/restapis/{id}/stages/dev"));
        await RefusedAsync(arn, $"arn:aws:apigateway:eu-central-1::/restapis/{id}/stages/no", "WAFNonexistentItemException", Missing);
        await RefusedAsync($"{arn}x", $"arn:aws:apigateway:eu-central-1::/restapis/{id}/stages/dev", "WAFNonexistentItemException", Missing);
        await bench.NamedRefusedAsync("wafv2", "ListWebACLs", new { Scope = "CLOUDFRONT" }, "WAFInvalidParameterException", "Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT");
        await bench.NamedRefusedAsync("wafv2", "CreateWebACL", Acl("front"), "WAFDuplicateItemException", "AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an existing one.");
    }

    [Fact]
    public async Task A_list_goes_on_where_it_ended()
    {
        await using var bench = await Bench.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await CreateAsync(bench, $"acl-{i}");
        }

        HashSet<string> seen = [];
        string? marker = null;
        do
        {
            var page = await bench.NamedAsync("wafv2", "ListWebACLs", new { Scope = "REGIONAL", Limit = 2, NextMarker = marker });
            Assert.All(page["WebACLs"]!.AsArray(), acl => Assert.True(seen.Add($"{acl!["Name"]}")));
            marker = (string?)page["NextMarker"];
        }
        while (marker is not null);

        Assert.Equal(5, seen.Count);
    }

    private static async Task<JsonNode> CreateAsync(Bench bench, string name = "front", JsonNode? rule = null) =>
        (await bench.NamedAsync("wafv2", "CreateWebACL", Acl(name, rule)))["Summary"]!;

    private static object Acl(string name, JsonNode? rule = null) => new
    {
        Name = name,
        Scope = "REGIONAL",
        DefaultAction = new { Allow = new { } },
        Rules = rule is null ? [] : new[] { rule },
        VisibilityConfig = new { SampledRequestsEnabled = false, CloudWatchMetricsEnabled = false, MetricName = name },
    };

    private static async Task<JsonArray> ListAsync(Bench bench, string arn, string? type) =>
        (await bench.NamedAsync("wafv2", "ListResourcesForWebACL", new { WebACLArn = arn, ResourceType = type }))["ResourceArns"]!.AsArray();
}
