using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Audit;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Tests.Connections;

public sealed class ConnectionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_connection_is_read_only()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        var made = await AddAsync(admin, roleArn: "arn:aws:iam::123456789012:role/Portal");
        var listed = await admin.Http.GetFromJsonAsync<Page<ConnectionView>>("/api/v1/connections", Json.Options, Cancelled);

        Assert.False(made.Writable);
        Assert.Contains(made, listed!.Items);
    }

    [Theory]
    [InlineData("Name", """{"name":" ","region":"eu-west-1"}""")]
    [InlineData("Region", """{"name":"a","region":"Ireland"}""")]
    [InlineData("RoleArn", """{"name":"a","region":"eu-west-1","roleArn":"Portal"}""")]
    [InlineData("ServiceUrl", """{"name":"a","region":"eu-west-1","serviceUrl":"ftp://example.com"}""")]
    [InlineData("AccessLogGroupArn", """{"name":"a","region":"eu-west-1","accessLogGroupArn":"portal-access-logs"}""")]
    [InlineData("AccessLogGroupArn", """{"name":"a","region":"eu-west-1","accessLogGroupArn":"arn:aws:logs:eu-west-1:123456789012:log-group:calls:*"}""")]
    [InlineData("ServiceUrl", """{"name":"a","region":"eu-west-1","serviceUrl":"https://user:word@example.com"}""")]
    public async Task What_leads_nowhere_is_told_by_field(string field, string body)
    {
        var admin = await portal.PersonAsync(Role.Admin);

        using var answer = await admin.Http.PostAsync("/api/v1/connections", new StringContent(body, null, "application/json"), Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["errors"]![field]);
    }

    [Fact]
    public async Task A_taken_name_is_refused()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var made = await AddAsync(admin);

        using var answer = await admin.Http.PostAsJsonAsync("/api/v1/connections", new { made.Name, region = "eu-west-1" }, Cancelled);

        await RefusedAsync(answer, HttpStatusCode.Conflict, "urn:portal:connections:name-taken");
    }

    [Fact]
    public async Task Writing_takes_the_name_typed()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var made = await AddAsync(admin);

        using var wrong = await admin.Http.PostAsJsonAsync($"/api/v1/connections/{made.Id}/writing", new { typedName = made.Name.ToUpperInvariant() }, Cancelled);
        using var right = await admin.Http.PostAsJsonAsync($"/api/v1/connections/{made.Id}/writing", new { typedName = made.Name }, Cancelled);
        var writing = await right.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled);
        using var back = await admin.Http.DeleteAsync($"/api/v1/connections/{made.Id}/writing", Cancelled);

        await RefusedAsync(wrong, HttpStatusCode.UnprocessableEntity, "urn:portal:connections:wrong-name");
        Assert.True(writing!.Writable);
        Assert.False((await back.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled))!.Writable);
    }

    [Fact]
    public async Task Entered_another_way_it_is_read_only_again()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var made = await AddAsync(admin);
        using var right = await admin.Http.PostAsJsonAsync($"/api/v1/connections/{made.Id}/writing", new { typedName = made.Name }, Cancelled);
        var writing = await right.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled);

        using var renaming = await PutAsync(admin, writing! with { Name = $"{made.Name} 2" });
        var renamed = await renaming.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled);
        using var moving = await PutAsync(admin, renamed! with { RoleArn = "arn:aws:iam::123456789012:role/Other" });
        var moved = await moving.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled);

        Assert.True(renamed!.Writable);
        Assert.False(moved!.Writable);
    }

    [Fact]
    public async Task The_second_to_change_it_is_told()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var made = await AddAsync(admin);

        using var first = await PutAsync(admin, made with { Name = $"{made.Name} first" });
        using var second = await PutAsync(admin, made with { Name = $"{made.Name} second" });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await RefusedAsync(second, HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");
    }

    [Fact]
    public async Task One_that_nothing_uses_can_be_removed()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var made = await AddAsync(admin);

        using var removed = await admin.Http.DeleteAsync($"/api/v1/connections/{made.Id}", Cancelled);
        using var again = await admin.Http.DeleteAsync($"/api/v1/connections/{made.Id}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task One_that_is_used_stays()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var made = await AddAsync(admin);
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(Rows.ChangeRun(made.Id, admin));
        await db.SaveChangesAsync(Cancelled);

        using var answer = await admin.Http.DeleteAsync($"/api/v1/connections/{made.Id}", Cancelled);

        await RefusedAsync(answer, HttpStatusCode.Conflict, "urn:portal:connections:in-use");
    }

    [Fact]
    public async Task The_sandbox_is_renamed_but_neither_moved_nor_removed()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var sandbox = (await admin.Http.GetFromJsonAsync<Page<ConnectionView>>("/api/v1/connections", Json.Options, Cancelled))!.Items.Single(connection => connection.IsSandbox);

        using var removed = await admin.Http.DeleteAsync($"/api/v1/connections/{sandbox.Id}", Cancelled);
        using var moved = await PutAsync(admin, sandbox with { ServiceUrl = "http://127.0.0.1:1" });
        using var renamed = await PutAsync(admin, sandbox with { Name = "Playground", ServiceUrl = null });

        await RefusedAsync(removed, HttpStatusCode.Conflict, "urn:portal:connections:sandbox-stays");
        await RefusedAsync(moved, HttpStatusCode.Conflict, "urn:portal:connections:sandbox-stays");
        Assert.Equal("Playground", (await renamed.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled))!.Name);
    }

    [Fact]
    public async Task A_log_group_can_be_said_and_taken_back()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        const string Arn = "arn:aws:logs:eu-west-1:123456789012:log-group:portal-access-logs";
        var made = await AddAsync(admin);

        using var said = await PutAsync(admin, made with { AccessLogGroupArn = Arn });
        var with = (await said.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled))!;
        using var takenBack = await PutAsync(admin, with with { AccessLogGroupArn = "" });

        Assert.Equal((null, Arn, null), (made.AccessLogGroupArn, with.AccessLogGroupArn, (await takenBack.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled))!.AccessLogGroupArn));
    }

    [Fact]
    public async Task Each_deed_is_on_the_record()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var made = await AddAsync(admin);
        using var writing = await admin.Http.PostAsJsonAsync($"/api/v1/connections/{made.Id}/writing", new { typedName = made.Name }, Cancelled);
        using var reading = await admin.Http.DeleteAsync($"/api/v1/connections/{made.Id}/writing", Cancelled);
        using var removed = await admin.Http.DeleteAsync($"/api/v1/connections/{made.Id}", Cancelled);

        await using var scope = portal.Services.CreateAsyncScope();
        var deeds = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>()
            .Where(line => line.By == admin.Id && line.Subject == made.Name)
            .Select(line => line.Deed)
            .ToListAsync(Cancelled);

        Assert.Equal(["connections.add", "connections.remove", "connections.switch-to-read-only", "connections.switch-to-writing"], deeds.Order());
    }

    private static async Task<ConnectionView> AddAsync(Person admin, string? roleArn = null)
    {
        using var answer = await admin.Http.PostAsJsonAsync("/api/v1/connections", new { name = $"Account {Guid.NewGuid():N}", region = "eu-west-1", roleArn }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        return (await answer.Content.ReadFromJsonAsync<ConnectionView>(Json.Options, Cancelled))!;
    }

    private static Task<HttpResponseMessage> PutAsync(Person admin, ConnectionView view) =>
        admin.Http.PutAsJsonAsync($"/api/v1/connections/{view.Id}", new { view.Name, view.RoleArn, view.ServiceUrl, view.AccessLogGroupArn, view.Version }, Cancelled);

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(type, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["type"]!.ToString());
    }
}
