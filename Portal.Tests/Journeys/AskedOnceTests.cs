using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Tests.Client;
using Portal.Tests.Connections;
using Portal.Tests.Stages;

namespace Portal.Tests.Journeys;

/// <summary>A page is drawn twice, for the first painting and on its circuit; what it shows is asked for once, of the portal and of AWS.</summary>
public sealed class AskedOnceTests(AskedOnceTests.CountingFixture portal) : IClassFixture<AskedOnceTests.CountingFixture>
{
    [Fact]
    public Task A_page_asks_the_portal_for_each_thing_once() => portal.VisitAsync("asked-once", async visit =>
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        var (api, stage) = await DeployedAsync(administrator);
        await visit.SignInAsync(administrator.Email);
        var twice = new List<string>();

        foreach (var path in Pages.Addresses.Where(path => !IsStatic(path)).Concat(Filled(api, stage)))
        {
            portal.Asked.Clear();
            await OpenAsync(visit, path);
            twice.AddRange(portal.Asked.CountBy(request => request).Where(counted => counted.Value > 1).Select(counted => $"{path}: {counted.Key} {counted.Value} times"));
        }

        Assert.True(twice is [], string.Join('\n', twice));
    });

    [Fact]
    public Task A_page_asks_AWS_for_what_one_look_takes() => portal.VisitAsync("asked-aws-once", async visit =>
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        var (api, stage) = await DeployedAsync(administrator);
        await Things.ApplyAsync(administrator, Things.Of(stage.ConnectionId, "vpc-links"), new { teamId = administrator.Team, name = "To the ward", subnetIds = new[] { "subnet-1" } });
        await visit.SignInAsync(administrator.Email);

        Assert.Equal(["GetClientCertificates"], await CallsAsync(visit, $"/connections/{stage.ConnectionId}/certificates"));
        Assert.Equal(["GetVpcLinks", "GetVpcLinks"], await CallsAsync(visit, $"/connections/{stage.ConnectionId}/vpc-links"));
        Assert.Equal(["GetDomainNames"], await CallsAsync(visit, $"/connections/{stage.ConnectionId}/domain-names"));
        Assert.Equal(["GetRestApi", "GetStages"], await CallsAsync(visit, $"/apis/{api.Id}/stages/{stage.Id}"));
        Assert.Equal([], await CallsAsync(visit, $"/connections/{stage.ConnectionId}"));
    });

    /// <summary>Without a circuit, and drawn once therefore.</summary>
    private static bool IsStatic(string path) => path.Split('/')[1] is "account" or "apps" or "catalog" or "mailbox" or "setup" or "status" or "error" or "not-found";

    private static async Task<(Shared.Catalog.ApiView Api, Shared.Stages.StageView Stage)> DeployedAsync(Person person)
    {
        var api = await Catalog.Given.ApiAsync(person);
        var stage = await Pipeline.StageAsync(person, api);
        await Pipeline.DeployAsync(person, stage);

        return (await person.Http.GetAsync<Shared.Catalog.ApiView>($"/api/v1/apis/{api.Id}"), stage);
    }

    private static IEnumerable<string> Filled(Shared.Catalog.ApiView api, Shared.Stages.StageView stage) =>
    [
        $"/apis/{api.Id}",
        .. new[] { "routes", "security", "validation", "responses", "document", "revisions", "findings" }.Select(tab => $"/apis/{api.Id}?tab={tab}"),
        $"/apis/{api.Id}/stages/{stage.Id}",
        .. new[] { "protection", "settings" }.Select(tab => $"/apis/{api.Id}/stages/{stage.Id}?tab={tab}"),
        $"/apis/{api.Id}/stages/{stage.Id}/metrics",
        .. new[] { "", "/certificates", "/vpc-links", "/domain-names", "/import" }.Select(rest => $"/connections/{stage.ConnectionId}{rest}"),
    ];

    private async Task<IReadOnlyList<string>> CallsAsync(Visit visit, string path)
    {
        var address = ((SandboxHost)portal.Services.GetService(typeof(SandboxHost))!).Address!;
        using var http = new HttpClient();
        var before = (await http.GetAsync<JsonElement>(new Uri(address, "_sandbox/calls").ToString())).GetProperty("calls").GetArrayLength();
        await OpenAsync(visit, path);
        var calls = (await http.GetAsync<JsonElement>(new Uri(address, "_sandbox/calls").ToString())).GetProperty("calls");

        return [.. calls.EnumerateArray().Skip(before).Select(call => call.GetProperty("operation").GetString()!).Order(StringComparer.Ordinal)];
    }

    /// <summary>Until nothing on the page is waited for.</summary>
    private static async Task OpenAsync(Visit visit, string path)
    {
        await visit.GoAsync(path);
        await Assertions.Expect(visit.Page.Locator(".loaded-waiting")).ToHaveCountAsync(0);
    }

    /// <summary>Writes down what pages ask.</summary>
    public sealed class CountingFixture : BrowserFixture
    {
        internal ConcurrentQueue<object> Asked { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.AddScoped<PortalDoor>();
                services.AddScoped<IPortal>(provider => new Counting(provider.GetRequiredService<PortalDoor>(), Asked));
            });
        }
    }

    private sealed class Counting(PortalDoor door, ConcurrentQueue<object> asked) : IPortal
    {
        public Task<Answer<T>> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
        {
            asked.Enqueue(request);

            return door.SendAsync(request, cancellationToken);
        }
    }
}
