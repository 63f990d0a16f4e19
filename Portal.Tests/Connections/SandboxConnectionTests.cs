using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Tests.Aws;
using Portal.Tests.Gateway;

namespace Portal.Tests.Connections;

/// <summary>The sandbox that the portal starts, and what is reached through the ports of the running portal.</summary>
public sealed class SandboxConnectionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_written_to_and_called_without_an_account()
    {
        var sandbox = await SandboxAsync();
        var gateway = await portal.Services.GetRequiredService<IGateways>().OpenAsync(sandbox.Id, Cancelled);
        var api = Specs.Named("mock");
        var stage = Given.Stage("s1", api) with { Name = "dev" };

        await gateway.CreateAsync(api, Cancelled);
        await gateway.CreateAsync(DeploymentSpec.Of(api), Cancelled);
        await gateway.CreateAsync(stage, Cancelled);
        var address = await gateway.FindStageAsync(api.Address, "s1", Cancelled);

        using var http = new HttpClient();
        Assert.StartsWith(sandbox.ServiceUrl!, address!.InvokeUrl, StringComparison.Ordinal);
        Assert.Equal("{}", await http.GetStringAsync(new Uri($"{address.InvokeUrl}/pets"), Cancelled));
    }

    [Fact]
    public async Task A_test_tells_the_account_and_what_may_be_read()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var sandbox = await SandboxAsync();

        using var answer = await admin.Http.PostAsync($"/api/v1/connections/{sandbox.Id}/test", null, Cancelled);
        var test = await answer.Content.ReadFromJsonAsync<ConnectionTest>(Json.Options, Cancelled);

        Assert.Equal("123456789012", test!.AccountId);
        Assert.Equal(12, test.Probes.Count(probe => !probe.IsWrite));
        Assert.All(test.Probes.Where(probe => !probe.IsWrite && probe.Outcome is not ProbeOutcome.NotKnown), probe => Assert.Equal((ProbeOutcome.Allowed, null), (probe.Outcome, probe.Words)));
        Assert.All(test.Probes.Where(probe => !probe.IsWrite && probe.Outcome is ProbeOutcome.NotKnown), probe => Assert.Equal("Ask who changed what", probe.What));
        // The sandbox is no IAM.
        Assert.All(test.Probes.Where(probe => probe.IsWrite), probe => Assert.Equal(ProbeOutcome.NotKnown, probe.Outcome));
    }

    [Fact]
    public async Task A_test_of_what_nobody_answers_says_so()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        using var added = await admin.Http.PostAsJsonAsync("/api/v1/connections", new { name = "Nobody", region = "eu-west-1", serviceUrl = "http://127.0.0.1:9" }, Cancelled);
        var nobody = await added.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled);

        using var answer = await admin.Http.PostAsync($"/api/v1/connections/{nobody!.Id}/test", null, Cancelled);
        var test = await answer.Content.ReadFromJsonAsync<ConnectionTest>(Json.Options, Cancelled);

        Assert.Null(test!.AccountId);
        Assert.All(test.Probes, probe => Assert.NotEqual(ProbeOutcome.Allowed, probe.Outcome));
        Assert.Contains(test.Probes, probe => probe.Words?.StartsWith("GetRestApis: Unreachable", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task The_sandbox_ends_with_the_portal()
    {
        Uri address;

        await using (var other = new PortalFixture())
        {
            other.CreateClient();
            address = other.Services.GetRequiredService<SandboxHost>().Address!;
            Assert.True(await AnswersAsync(address));
        }

        Assert.False(await AnswersAsync(address));
    }

    [Fact]
    public async Task A_taken_port_leads_to_the_next_and_the_address_is_shown()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var other = new OnPort(port);
        var reader = await other.PersonAsync(Role.Auditor);

        var sandbox = (await reader.Http.GetFromJsonAsync<Page<ConnectionView>>("/api/v1/connections", Json.Options, Cancelled))!.Items.Single(connection => connection.IsSandbox);

        Assert.NotEqual(port, new Uri(sandbox.ServiceUrl!).Port);
        Assert.True(await AnswersAsync(new Uri(sandbox.ServiceUrl!)));
    }

    private static async Task<bool> AnswersAsync(Uri address)
    {
        using var http = new HttpClient();

        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/_sandbox/"), Cancelled);

            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<ConnectionView> SandboxAsync()
    {
        var reader = await portal.PersonAsync(Role.Auditor);

        return (await reader.Http.GetFromJsonAsync<Page<ConnectionView>>("/api/v1/connections", Json.Options, Cancelled))!.Items.Single(connection => connection.IsSandbox);
    }

    private sealed class OnPort(int port) : PortalFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Sandbox:Port", port.ToString(CultureInfo.InvariantCulture));
        }
    }
}
