using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Audit;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class TryStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static Task<HttpResponseMessage> TryAsync(Person person, StageView stage, object call) => person.Http.SendAsync(HttpMethod.Post, $"/api/v1/stages/{stage.Id}/try", call);

    [Fact]
    public async Task What_was_never_deployed_cannot_be_called()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        await TryAsync(publisher, stage, new { method = "GET", path = "/pets" }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:not-deployed");
        await publisher.Http.GetAsync($"/api/v1/stages/{stage.Id}/address", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:not-deployed");
    }

    [Fact]
    public async Task A_call_is_answered_with_status_headers_body_and_its_time()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, stage);

        var answer = await (await TryAsync(publisher, stage, new
        {
            method = "POST",
            path = "/pets",
            query = new[] { new { name = "secret", value = "of the backend" } },
            headers = new[] { new { name = "Content-Type", value = "application/json" }, new { name = "X-One", value = "1" } },
            body = "{}",
        })).AnswerAsync<TryAnswer>(HttpStatusCode.OK);

        Assert.Equal((200, """{"ok":true}""", false, false), (answer.Status, answer.Body, answer.IsBase64, answer.IsCut));
        Assert.Contains(answer.Headers, header => header.Name is "Content-Type");
        Assert.True(answer.Milliseconds > 0);
        Assert.EndsWith("/pets", answer.Url, StringComparison.Ordinal);

        await using var scope = portal.Services.CreateAsyncScope();
        var lines = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>().Where(line => line.Deed == "stages.try" && line.By == publisher.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("POST /pets", Assert.Single(lines).Detail);
    }

    [Theory]
    [InlineData("/../../../restapis")]
    [InlineData("/%2e%2e/%2E%2e/restapis")]
    [InlineData("/pets/../../x")]
    [InlineData("//example.com/")]
    [InlineData("@example.com/")]
    [InlineData("/pets?x=y")]
    [InlineData("/pe ts")]
    [InlineData("/pets\\..\\..")]
    public async Task It_never_leads_elsewhere(string path)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, stage);

        using var answer = await TryAsync(publisher, stage, new { method = "GET", path });

        // An empty part of a path stays below the stage, where nothing answers.
        if (answer.StatusCode is HttpStatusCode.OK)
        {
            var tried = await answer.AnswerAsync<TryAnswer>(HttpStatusCode.OK);
            var address = await publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address");
            Assert.StartsWith(address.InvokeUrl, tried.Url, StringComparison.Ordinal);
            Assert.Equal(403, tried.Status);
        }
        else
        {
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("Host", "example.com")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("X-Split", "a\r\nX-Other: b")]
    [InlineData("bad name", "x")]
    public async Task Headers_that_would_lead_elsewhere_are_refused(string name, string value)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        await TryAsync(publisher, stage, new { method = "GET", path = "/", headers = new[] { new { name, value } } }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }
}
