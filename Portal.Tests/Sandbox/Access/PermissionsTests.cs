using Portal.Sandbox;
using Portal.Tests.Sandbox.CloudTrail;

namespace Portal.Tests.Sandbox.Access;

public sealed class PermissionsTests
{
    private const string User = "arn:aws:iam::123456789012:user/sandbox";

    [Fact]
    public async Task What_a_rule_denies_is_refused_as_IAM_refuses_it()
    {
        await using var bench = await BenchAsync(new DenyRule { Action = "apigateway:PATCH", Resource = "arn:aws:apigateway:eu-central-1::/restapis/*" });
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" }))["id"]}";

        await bench.RefusedAsync(HttpMethod.Patch, $"/restapis/{id}", new { patchOperations = Array.Empty<object>() }, 403, "AccessDeniedException", $"User: {User} is not authorized to perform: apigateway:PATCH on resource: arn:aws:apigateway:eu-central-1::/restapis/{id} with an explicit deny in an identity-based policy");
        await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}");
    }

    [Fact]
    public async Task Routing_rules_have_actions_of_their_own_and_an_account_in_their_ARNs()
    {
        await using var bench = await BenchAsync(new DenyRule { Action = "apigateway:UpdateRoutingRule", Resource = "arn:aws:apigateway:eu-central-1:123456789012:/domainnames/*/routingrules/*" });

        await bench.RefusedAsync(HttpMethod.Put, "/v2/domainnames/a.example/routingrules/r1", new { }, 403, "AccessDeniedException", $"User: {User} is not authorized to perform: apigateway:UpdateRoutingRule on resource: arn:aws:apigateway:eu-central-1:123456789012:/domainnames/a.example/routingrules/r1 with an explicit deny in an identity-based policy");
        Assert.Equal(404, (int)(await bench.CallAsync(HttpMethod.Delete, "/v2/domainnames/a.example/routingrules/r1")).Status);
    }

    [Fact]
    public async Task CloudTrail_tells_who_was_denied_what()
    {
        await using var bench = await BenchAsync(new DenyRule { Action = "apigateway:POST" });
        await bench.CallAsync(HttpMethod.Post, "/restapis", new { name = "x" });

        var told = Assert.Single(await bench.EventsAsync("EventName", "CreateRestApi"));

        Assert.Equal("AccessDenied", (string?)told["errorCode"]);
        Assert.StartsWith($"User: {User} is not authorized to perform: apigateway:POST on resource: arn:aws:apigateway:eu-central-1::/restapis", (string?)told["errorMessage"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AKIDEXAMPLE", true)]
    [InlineData("AKID*", true)]
    [InlineData("arn:aws:iam::123456789012:user/sandbo?", true)]
    [InlineData("AKIDOTHER", false)]
    [InlineData("arn:aws:iam::123456789012:user/other", false)]
    public async Task A_rule_is_for_whom_it_names(string caller, bool denied)
    {
        await using var bench = await BenchAsync(new DenyRule { Caller = caller });

        Assert.Equal(denied ? 403 : 200, (int)(await bench.CallAsync(HttpMethod.Get, "/restapis")).Status);
    }

    [Fact]
    public async Task A_rule_for_a_role_is_for_its_sessions()
    {
        await using var bench = await BenchAsync(new DenyRule { Caller = "arn:aws:iam::123456789012:role/reader", Action = "apigateway:P*" });
        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" });

        await bench.AssumeAsync("arn:aws:iam::123456789012:role/reader", "me");

        await bench.DoneAsync(HttpMethod.Get, "/restapis");
        await bench.RefusedAsync(HttpMethod.Post, "/restapis", new { name = "x" }, 403, "AccessDeniedException", "User: arn:aws:sts::123456789012:assumed-role/reader/me is not authorized to perform: apigateway:POST on resource: arn:aws:apigateway:eu-central-1::/restapis with an explicit deny in an identity-based policy");
    }

    [Fact]
    public async Task The_other_services_have_actions_by_name()
    {
        await using var bench = await BenchAsync(new DenyRule { Action = "logs:CreateLogGroup", Resource = "*:log-group:secret" }, new DenyRule { Action = "cloudwatch:ListMetrics" }, new DenyRule { Action = "sts:AssumeRole", Resource = "*role/root" });

        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "open" });
        await bench.NamedRefusedAsync("logs", "CreateLogGroup", new { logGroupName = "secret" }, "AccessDeniedException", $"User: {User} is not authorized to perform: logs:CreateLogGroup on resource: arn:aws:logs:eu-central-1:123456789012:log-group:secret with an explicit deny in an identity-based policy");
        await bench.NamedRefusedAsync("monitoring", "ListMetrics", new { }, "AccessDeniedException", $"User: {User} is not authorized to perform: cloudwatch:ListMetrics on resource: * with an explicit deny in an identity-based policy");
        Assert.Contains("<Code>AccessDenied</Code>", (await bench.FormAsync("sts", "Action=AssumeRole&RoleArn=arn:aws:iam::123456789012:role/root&RoleSessionName=me")).Xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_may_ask_who_they_are()
    {
        await using var bench = await BenchAsync(new DenyRule());

        Assert.Contains("user/sandbox", (await bench.FormAsync("sts", "Action=GetCallerIdentity")).Xml, StringComparison.Ordinal);
    }

    private static Task<Bench> BenchAsync(params IReadOnlyList<DenyRule> rules) => Bench.StartAsync(new() { Settings = new() { Deny = rules } });
}
