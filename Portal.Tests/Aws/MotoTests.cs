using Microsoft.Extensions.Logging.Abstractions;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Server.Keys;
using Portal.Tests.Amazon;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>
/// The adapter against an AWS that is not ours. Of a document, moto takes paths, methods with their answers, HTTP and Lambda integrations; what it lacks is left to the sandbox:
/// it ignores description, version, models, validators, authorizers, gateway responses, policy and the API's settings, and answers a MOCK with status 500. It serves no stages.
/// </summary>
public sealed class MotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static RestApiSpec Api => Specs.Named("proxy");

    [Fact]
    public async Task An_api_is_made_deployed_and_read_back()
    {
        await using var http = AwsBench.Http();
        var gateway = Open(AwsBench.ClientsOf(http, new Uri(moto.Url)));
        var stage = Given.Stage("s1", Api) with { Name = "dev", Description = "First", Variables = new([new("base", "a.example.com")]) };
        var later = stage with { Description = "Second", Variables = new([new("level", "1")]) };

        await gateway.CreateAsync(Api, Cancelled);
        await gateway.CreateAsync(DeploymentSpec.Of(Api), Cancelled);
        await gateway.CreateAsync(stage, Cancelled);
        await gateway.UpdateAsync(stage, later, Cancelled);
        var state = await gateway.ReadAsync(GatewayScope.OfApi(Guid.Empty, Api.Id, "s1"), Cancelled);

        var live = Assert.IsType<RestApiSpec>(state.Find(Api.Address));
        Assert.Equal(Api.Text, (live with { Description = Api.Description, Version = Api.Version }).Text);
        Assert.Equal(DeploymentSpec.Of(Api).Text, state.Find(DeploymentSpec.Of(Api).Address)!.Text);
        Assert.Equal(later.Text, state.Find(later.Address)!.Text);
    }

    /// <summary>moto keeps no limits of methods in a PATCH, and a quota that is patched as text.</summary>
    [Fact]
    public async Task A_usage_plan_is_made_changed_and_deleted()
    {
        await using var http = AwsBench.Http();
        var clients = AwsBench.ClientsOf(http, new Uri(moto.Url));
        var gateway = Open(clients);
        var api = Api with { Id = "sold", Name = "sold" };
        var stages = new[] { "one", "two" }.Select(name => Given.Stage(name, api)).ToList();
        await gateway.CreateAsync(api, Cancelled);
        await gateway.CreateAsync(DeploymentSpec.Of(api), Cancelled);
        await gateway.CreateAsync(stages[0], Cancelled);
        await gateway.CreateAsync(stages[1], Cancelled);
        await clients.Writing.CreateUsagePlanAsync(new() { Name = "foreign" }, Cancelled);
        var plan = Given.UsagePlan("gold", $"{api.Id}/one");
        var later = plan with { Name = "Gold", Description = "Best", Throttle = new ThrottleSpec { RateLimit = 50, BurstLimit = 60 }, Stages = new([new($"{api.Id}/two", Given.PlanStage())]) };

        await gateway.CreateAsync(plan, Cancelled);
        Assert.Equal(plan.Text, (await Open(clients).ReadAsync(GatewayScope.OfUsagePlan(Guid.Empty, "gold"), Cancelled)).Find(plan.Address)!.Text);

        await gateway.UpdateAsync(plan, later, Cancelled);
        Assert.Equal(later.Text, (await gateway.ReadAsync(GatewayScope.OfUsagePlan(Guid.Empty, "gold"), Cancelled)).Find(plan.Address)!.Text);

        await gateway.DeleteAsync(later, Cancelled);
        Assert.Empty((await gateway.ReadAsync(GatewayScope.OfUsagePlan(Guid.Empty, "gold"), Cancelled)).Specs);
        Assert.Equal("foreign", Assert.Single((await clients.Reading.GetUsagePlansAsync(new(), Cancelled)).Items).Name);
    }

    [Fact]
    public async Task A_key_is_issued_disabled_and_deleted()
    {
        await using var http = AwsBench.Http();
        var clients = AwsBench.ClientsOf(http, new Uri(moto.Url));
        var gateway = Open(clients);
        var key = new NewKey { Id = Guid.CreateVersion7(), Description = "Shop app", Value = KeyValue.Make().Text };
        var plan = (await clients.Writing.CreateUsagePlanAsync(new() { Name = "keys" }, Cancelled)).Id;

        var id = await gateway.Keys.CreateAsync(key, Cancelled);
        await gateway.Keys.PutIntoPlanAsync(key.Id, id, plan, Cancelled);

        Assert.Equal(id, await Open(clients).Keys.FindAsync(key.Id, Cancelled));
        Assert.Equal(id, Assert.Single((await clients.Reading.GetUsagePlanKeysAsync(new() { UsagePlanId = plan }, Cancelled)).Items).Id);

        await gateway.Keys.DisableAsync(id, Cancelled);
        Assert.False((await clients.Reading.GetApiKeyAsync(new() { ApiKey = id }, Cancelled)).Enabled);

        await gateway.Keys.TakeOutOfPlanAsync(id, plan, Cancelled);
        await gateway.Keys.DeleteAsync(id, Cancelled);
        await gateway.Keys.DeleteAsync(id, Cancelled);
        Assert.Null(await gateway.Keys.FindAsync(key.Id, Cancelled));
        await clients.Writing.DeleteUsagePlanAsync(new() { UsagePlanId = plan }, Cancelled);
    }

    [Fact]
    public async Task A_role_is_assumed()
    {
        await using var http = AwsBench.Http();
        var clients = AwsBench.ClientsOf(http, new Uri(moto.Url), roleArn: "arn:aws:iam::210987654321:role/Portal");

        var identity = await clients.Identity.GetCallerIdentityAsync(new(), Cancelled);

        Assert.Equal("210987654321", identity.Account);
        Assert.Equal("arn:aws:sts::210987654321:assumed-role/Portal/portal", identity.Arn);
        Assert.Empty((await Open(clients).ReadAsync(GatewayScope.OfApi(Guid.Empty, "none"), Cancelled)).Specs);
    }

    private static AwsGateway Open(AwsClients clients) => new(clients, writable: true, NullLogger.Instance);
}
