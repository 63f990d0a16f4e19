using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.Waf;

public sealed class FirewallTests
{
    private const string Uri = """{"UriPath": {}}""";
    private const string Block = """{"Block": {}}""";

    public static TheoryData<string, string> Blocked => new()
    {
        { Acls.Bytes(Uri, "EXACTLY", "/dev/pets"), "/pets" },
        { Acls.Bytes(Uri, "STARTS_WITH", "/dev/p"), "/pets" },
        { Acls.Bytes(Uri, "ENDS_WITH", "ets"), "/pets" },
        { Acls.Bytes(Uri, "CONTAINS", "<script", "URL_DECODE", "LOWERCASE"), "/pets/%3cSCRIPT%3e" },
        { Acls.Bytes("""{"QueryString": {}}""", "CONTAINS_WORD", "drop", "URL_DECODE", "LOWERCASE"), "/pets?q=a;DROP%20b" },
        { Acls.Bytes("""{"SingleQueryArgument": {"Name": "Q"}}""", "EXACTLY", "bad"), "/pets?q=bad" },
        { Acls.Bytes("""{"AllQueryArguments": {}}""", "CONTAINS", "bad"), "/pets?a=1&z=is-bad" },
        { Acls.Bytes("""{"SingleHeader": {"Name": "user-agent"}}""", "CONTAINS", "bot"), "/pets" },
        { Acls.Bytes("""{"Method": {}}""", "EXACTLY", "GET"), "/pets" },
        { """{"SizeConstraintStatement": {"FieldToMatch": {"UriPath": {}}, "ComparisonOperator": "GT", "Size": 20, "TextTransformations": [{"Priority": 0, "Type": "NONE"}]}}""", "/pets/0123456789abcdef" },
        { """{"RegexMatchStatement": {"FieldToMatch": {"UriPath": {}}, "RegexString": "/p.ts$", "TextTransformations": [{"Priority": 0, "Type": "NONE"}]}}""", "/pets" },
        { $$"""{"AndStatement": {"Statements": [{{Acls.Bytes(Uri, "CONTAINS", "pets")}}, {"NotStatement": {"Statement": {{Acls.Bytes(Uri, "CONTAINS", "cats")}} } }]} }""", "/pets" },
        { $$"""{"OrStatement": {"Statements": [{{Acls.Bytes(Uri, "CONTAINS", "dogs")}}, {{Acls.Bytes(Uri, "CONTAINS", "pets")}}]} }""", "/pets" },
    };

    [Theory]
    [MemberData(nameof(Blocked))]
    public async Task A_rule_blocks_what_its_statement_matches_and_nothing_else(string statement, string path)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/{any+}": {"x-amazon-apigateway-any-method": {{Given.Mock("in")}} } }"""));
        await bench.FilterAsync(id, new { Allow = new { } }, null, Acls.Rule(statement));

        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, path, with: request => request.Headers.Add("User-Agent", "a-bot"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/cats", HttpMethod.Put)).Status);
    }

    [Fact]
    public async Task Too_many_calls_in_a_while_are_blocked_until_it_is_over()
    {
        FakeTimeProvider clock = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
        await using var bench = await Bench.StartAsync(new() { TimeProvider = clock });
        var id = await bench.DeployedAsync(Given.Document($$"""{"/{any+}": {"get": {{Given.Mock("in")}} } }"""));
        await bench.FilterAsync(id, new { Allow = new { } }, null, Acls.Rule($$"""{"RateBasedStatement": {"Limit": 10, "EvaluationWindowSec": 60, "AggregateKeyType": "IP", "ScopeDownStatement": {{Acls.Bytes(Uri, "CONTAINS", "pets")}} } }"""));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/pets")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, "/pets")).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/cats")).Status);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/pets")).Status);
    }

    [Fact]
    public async Task Bodies_are_looked_into_and_go_on_whole()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/pets": {"post": {{Given.Proxy(backend.Url, "POST")}} } }"""));
        await bench.FilterAsync(id, new { Allow = new { } }, null, Acls.Rule(Acls.Bytes("""{"Body": {}}""", "CONTAINS", "<script>")));
        Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> PostAsync(string body) => bench.InvokeAsync(id, "/pets", HttpMethod.Post, with: request => request.Content = new StringContent(body));

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("a <script> b")).Status);
        Assert.Contains("\"body\":\"a plain b\"", (await PostAsync("a plain b")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_rule_that_ends_a_call_decides_and_one_that_counts_does_not()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/{any+}": {"get": {{Given.Mock("in")}} } }"""));
        await bench.FilterAsync(id, new { Block = new { } }, null,
            Acls.Rule(Acls.Bytes(Uri, "CONTAINS", "pets"), """{"Allow": {}}""", 3),
            Acls.Rule(Acls.Bytes(Uri, "CONTAINS", "pets"), """{"Count": {}}""", 1),
            Acls.Rule(Acls.Bytes(Uri, "CONTAINS", "old"), Block, 2),
            Acls.Rule("""{"GeoMatchStatement": {"CountryCodes": ["XX"]}}""", """{"Allow": {}}""", 0));

        Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/pets")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, "/pets/old")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, "/other")).Status);
    }

    [Fact]
    public async Task The_ACL_may_answer_itself_and_what_it_said_can_be_logged()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        var (acl, token) = await bench.FilterAsync(
            id,
            new { Block = new { CustomResponse = new { ResponseCode = 418, CustomResponseBodyKey = "b", ResponseHeaders = new[] { new { Name = "x-why", Value = "tea" } } } } },
            new { b = new { ContentType = "APPLICATION_JSON", Content = "{\"own\":true}" } });
        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "g" });
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}/stages/dev", new
        {
            patchOperations = new[]
            {
                new { op = "replace", path = "/accessLogSettings/destinationArn", value = "arn:aws:logs:eu-central-1:123456789012:log-group:g" },
                new { op = "replace", path = "/accessLogSettings/format", value = "$context.requestId $context.wafResponseCode $context.status $context.error.responseType" },
            },
        });

        var (status, body, response) = await bench.InvokeAsync(id, "/pets");
        Assert.Equal((418, """{"own":true}""", "tea", "application/json"), ((int)status, body, response.Headers.GetValues("x-why").Single(), response.Content.Headers.ContentType!.MediaType));

        await bench.NamedAsync("wafv2", "UpdateWebACL", Acls.Acl(new { Allow = new { } }, [], null, acl, token));
        Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/pets")).Status);
        await bench.NamedRefusedAsync("wafv2", "UpdateWebACL", Acls.Acl(new { Allow = new { } }, [], null, acl, token), "WAFOptimisticLockException", "AWS WAF couldn’t save your changes because someone changed the resource after you started to edit it. Reapply your changes.");
        var lines = (await bench.NamedAsync("logs", "FilterLogEvents", new { logGroupName = "g" }))["events"]!.AsArray().Select(line => $"{line!["message"]}".Split(' ', 2)[1]);
        Assert.Equal(["WAF_BLOCK 418 WAF_FILTERED", "WAF_ALLOW 200 -"], lines);
    }
}
