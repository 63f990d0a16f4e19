using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Tests.Aws;
using Portal.Tests.Gateway;

namespace Portal.Tests.Connections;

public sealed class GetHeadroomTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_in_use_is_counted_against_what_AWS_allows()
    {
        var reader = await portal.PersonAsync(Role.Auditor);
        var sandbox = await SandboxAsync(reader);
        var api = Specs.Named("mock");
        var gateway = await portal.Services.GetRequiredService<IGateways>().OpenAsync(sandbox.Id, Cancelled);
        await gateway.CreateAsync(api, Cancelled);
        await gateway.CreateAsync(DeploymentSpec.Of(api), Cancelled);

        foreach (var number in Enumerable.Range(1, 8))
        {
            await gateway.CreateAsync(Given.Stage($"s{number}", api) with { Name = $"stage{number}" }, Cancelled);
        }

        var headroom = await reader.Http.GetFromJsonAsync<HeadroomView>($"/api/v1/connections/{sandbox.Id}/headroom", Json.Options, Cancelled);

        var stages = headroom!.Quotas.Single(quota => quota.What is "Stages of one API, the most");
        Assert.Equal((8, 10, true, api.Name), (stages.Used, stages.Limit, stages.IsTight, stages.Of));
        Assert.Equal((1, 600, false), headroom.Quotas.Where(quota => quota.What is "Regional APIs").Select(quota => (quota.Used, quota.Limit, quota.IsTight)).Single());
        Assert.Equal((0, 10_000), headroom.Quotas.Where(quota => quota.What is "API keys").Select(quota => (quota.Used, quota.Limit)).Single());
        Assert.Equal((1, 1), (headroom.Apis, headroom.ApisCounted));
    }

    [Fact]
    public async Task Where_nobody_answers_it_is_said()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        using var added = await admin.Http.PostAsJsonAsync("/api/v1/connections", new { name = "Nobody", region = "eu-west-1", serviceUrl = "http://127.0.0.1:9" }, Cancelled);
        var nobody = await added.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled);

        using var answer = await admin.Http.GetAsync($"/api/v1/connections/{nobody!.Id}/headroom", Cancelled);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("urn:portal:connections:not-answered", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_not_there_is_not_found()
    {
        var reader = await portal.PersonAsync(Role.Auditor);

        using var headroom = await reader.Http.GetAsync($"/api/v1/connections/{Guid.NewGuid()}/headroom", Cancelled);
        using var connection = await reader.Http.GetAsync($"/api/v1/connections/{Guid.NewGuid()}", Cancelled);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (headroom.StatusCode, connection.StatusCode));
    }

    private static async Task<ConnectionView> SandboxAsync(Person reader) =>
        (await reader.Http.GetFromJsonAsync<Page<ConnectionView>>("/api/v1/connections", Json.Options, Cancelled))!.Items.Single(connection => connection.IsSandbox);
}
