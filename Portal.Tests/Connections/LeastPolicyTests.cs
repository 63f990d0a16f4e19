using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Tests.Connections;

public sealed class LeastPolicyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("eu-west-1", "arn:aws:apigateway:eu-west-1::/restapis")]
    [InlineData("cn-north-1", "arn:aws-cn:apigateway:cn-north-1::/restapis")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:apigateway:us-gov-west-1::/restapis")]
    public async Task It_names_the_Region_and_its_partition(string region, string arn)
    {
        var policy = await GetAsync($"region={region}");

        Assert.All(Resources(policy).Except(["*"]), resource => Assert.StartsWith(!resource.Contains(":apigateway:", StringComparison.Ordinal) || resource.Contains(":*:/domainname", StringComparison.Ordinal) ? arn.Split(":apigateway:")[0] : arn[..^"restapis".Length], resource, StringComparison.Ordinal));
        Assert.Contains(arn, Resources(policy));
    }

    [Fact]
    public async Task It_covers_usage_plans()
    {
        var policy = await GetAsync("region=eu-west-1");

        Assert.Equal(2, Resources(policy).Count(resource => resource.EndsWith("::/usageplans", StringComparison.Ordinal)));
        Assert.Equal(2, Resources(policy).Count(resource => resource.EndsWith("::/usageplans/*", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task For_reading_it_allows_nothing_else()
    {
        var policy = await GetAsync("region=eu-west-1&writing=false");

        Assert.Equal(["apigateway:GET", "apigateway:GET", "apigateway:ListRoutingRules", "apigateway:GET", "cloudwatch:GetMetricData", "cloudtrail:LookupEvents", "logs:FilterLogEvents"], Actions(policy));
    }

    [Fact]
    public async Task It_never_allows_everything()
    {
        var policy = await GetAsync("region=eu-west-1");

        Assert.DoesNotContain(Actions(policy), action => action.Contains('*', StringComparison.Ordinal));
        Assert.DoesNotContain(Resources(policy), resource => resource.EndsWith("::/*", StringComparison.Ordinal));
        // These have no ARNs.
        Assert.Equal(["PortalReadsMetrics", "PortalAsksWhoChangedWhat"], policy.Where(statement => statement!["Resource"]!.AsArray().Any(resource => $"{resource}" is "*")).Select(statement => statement!["Sid"]!.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("region=Ireland")]
    public async Task Without_a_Region_it_is_told(string query)
    {
        var operatorOf = await portal.PersonAsync(Role.Operator);

        using var answer = await operatorOf.Http.GetAsync($"/api/v1/connections/iam-policy?{query}", Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<JsonArray> GetAsync(string query)
    {
        var person = await portal.PersonAsync(Role.Operator);
        var policy = await person.Http.GetFromJsonAsync<LeastPolicy>($"/api/v1/connections/iam-policy?{query}", Json.Options, Cancelled);

        return JsonNode.Parse(policy!.Document)!["Statement"]!.AsArray();
    }

    private static IEnumerable<string> Actions(JsonArray statements) => statements.SelectMany(statement => statement!["Action"]!.AsArray()).Select(action => action!.ToString());

    private static IEnumerable<string> Resources(JsonArray statements) => statements.SelectMany(statement => statement!["Resource"]!.AsArray()).Select(resource => resource!.ToString());
}
