using System.Net;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Sync;
using Portal.Tests.Stages;

namespace Portal.Tests.Connections;

/// <summary>The log role of an account by the HTTP door; each law has a portal of its own, because an account has one.</summary>
public sealed class AccountSettingsTests
{
    private const string Role2 = "arn:aws:iam::123456789012:role/other-logs";

    [Fact]
    public async Task The_log_role_is_changed_after_an_approval_and_taken_back()
    {
        await using var portal = new PortalFixture();
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "settings");
        var before = await admin.Http.GetAsync<AccountSettingsView>(path);

        var run = await Things.ApplyAsync(admin, path, new { teamId = admin.Team, logRoleArn = Role2 });

        Assert.Equal([$"API Gateway writes logs as {Role2} (was {before.LogRoleArn})."], Assert.Single(run.Steps).Details);
        Assert.Equal(Role2, (await admin.Http.GetAsync<AccountSettingsView>(path)).LogRoleArn);
        Assert.Empty(await Things.DriftAsync(admin, run));
        await Things.DoneAsync(admin, await Things.UndoAsync(admin, run));
        Assert.Equal(before, await admin.Http.GetAsync<AccountSettingsView>(path));
    }

    [Fact]
    public async Task Taking_it_away_says_what_that_means()
    {
        await using var portal = new PortalFixture();
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "settings");

        var run = await Things.ApplyAsync(admin, path, new { teamId = admin.Team, logRoleArn = (string?)null });

        Assert.Contains("stages of every API in this account and Region stop writing them", Assert.Single(Assert.Single(run.Steps).Details), StringComparison.Ordinal);
        Assert.Null((await admin.Http.GetAsync<AccountSettingsView>(path)).LogRoleArn);
    }

    [Fact]
    public async Task What_is_so_already_needs_no_approval()
    {
        await using var portal = new PortalFixture();
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "settings");
        var before = await admin.Http.GetAsync<AccountSettingsView>(path);

        var run = await Things.ProposeAsync(admin, path, new { teamId = admin.Team, logRoleArn = before.LogRoleArn });

        Assert.Equal(RunState.Done, run.State);
    }

    [Fact]
    public async Task A_role_is_written_as_an_ARN()
    {
        await using var portal = new PortalFixture();
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "settings");

        await Things.TryProposeAsync(admin, path, new { teamId = admin.Team, logRoleArn = "logs" }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }
}
