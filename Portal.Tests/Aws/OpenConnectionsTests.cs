using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Aws;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Tests.Aws;

public sealed class OpenConnectionsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private OpenConnections Connections => portal.Services.GetRequiredService<OpenConnections>();

    [Fact]
    public async Task One_that_stands_as_it_did_keeps_what_it_remembers()
    {
        var id = await AddAsync(writable: false);

        Assert.Same(await Connections.OpenAsync(id, Cancelled), await Connections.OpenAsync(id, Cancelled));
    }

    [Fact]
    public async Task One_that_is_switched_is_opened_anew()
    {
        var id = await AddAsync(writable: true);
        var before = await Connections.OpenAsync(id, Cancelled);

        await ChangeAsync(id, connection => connection.Writable = false);
        var after = await Connections.OpenAsync(id, Cancelled);

        Assert.NotSame(before.Gateway, after.Gateway);
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => after.Gateway.CreateAsync(Specs.Named("mock"), Cancelled));
        Assert.Equal("ReadOnlyConnection", refused.Code);
    }

    [Fact]
    public async Task The_sandbox_that_does_not_run_says_how_it_would()
    {
        await using var without = new WithoutSandbox();
        var id = await AddAsync(without, writable: true, sandbox: true);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => without.Services.GetRequiredService<IGateways>().OpenAsync(id, Cancelled));

        Assert.Contains("Sandbox:Start", refused.Message, StringComparison.Ordinal);
    }

    private Task<Guid> AddAsync(bool writable) => AddAsync(portal, writable, sandbox: false);

    private static async Task<Guid> AddAsync(PortalFixture portal, bool writable, bool sandbox)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var id = Guid.CreateVersion7();
        db.Add(new Connection
        {
            Id = id,
            Name = $"Account {id:N}",
            Region = "eu-west-1",
            RoleArn = null,
            ServiceUrl = sandbox ? null : "http://127.0.0.1:9",
            IsSandbox = sandbox,
            Writable = writable,
            CreatedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync(Cancelled);

        return id;
    }

    private async Task ChangeAsync(Guid id, Action<Connection> change)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        change(await db.Set<Connection>().SingleAsync(connection => connection.Id == id, Cancelled));
        await db.SaveChangesAsync(Cancelled);
    }

    private sealed class WithoutSandbox : PortalFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Sandbox:Start", "Never");
        }
    }
}
