using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Connections;
using Portal.Tests.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

/// <summary>A rotation to its end, over HTTP and with the sandbox behind it: a new certificate, the stages pointed at it, the old one deleted.</summary>
public sealed class PointAtCertificateTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_stages_of_an_API_are_pointed_at_the_new_one_by_one_change_set_and_back_by_its_undo()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (old, fresh) = (await MadeAsync(admin, account, "Old"), await MadeAsync(admin, account, "New"));
        var api = await Given.ApiAsync(admin);
        var (dev, prod) = (await ShowingAsync(admin, api, "dev", old.AwsId), await ShowingAsync(admin, api, "prod", old.AwsId));

        var pointed = await PointAsync(admin, account, old, fresh);

        Assert.Equal([$"dev of {api.Name}", $"prod of {api.Name}"], pointed.Stages);
        Assert.Equal((0, 0), (pointed.Left.Count, pointed.ApisLeft));
        var run = await admin.Http.GetAsync<RunView>($"/api/v1/runs/{Assert.Single(pointed.Runs)}");
        Assert.Equal(2, run.Steps.Count);
        Assert.All(run.Steps, step => Assert.Contains(step.Lines, line => line.StartsWith("/settings/clientCertificate", StringComparison.Ordinal)));
        Assert.All(run.Steps, step => Assert.Single(step.Lines));

        await Things.DoneAsync(admin, run);

        Assert.Equal([fresh.AwsId, fresh.AwsId], [await WantedAsync(admin, dev), await WantedAsync(admin, prod)]);
        var uses = await admin.Http.GetAsync<CertificateUsesView>(Things.Of(account.Connection, "certificates/uses"));
        Assert.Equal(([], 2), (uses.Of(old.AwsId), uses.Of(fresh.AwsId).Count));
        Assert.All((await admin.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{api.Id}/stages")).Items, stage => Assert.Equal(ReleaseCause.SetUp, stage.Runs!.Cause));
        Assert.Empty((await PointAsync(admin, account, old, fresh)).Runs);

        await Things.DoneAsync(admin, await Things.UndoAsync(admin, run));

        Assert.Equal([old.AwsId, old.AwsId], [await WantedAsync(admin, dev), await WantedAsync(admin, prod)]);
        Assert.Equal(2, (await admin.Http.GetAsync<CertificateUsesView>(Things.Of(account.Connection, "certificates/uses"))).Of(old.AwsId).Count);
    }

    [Fact]
    public async Task Afterwards_the_old_one_is_deleted_and_the_undo_of_the_pointing_ends_in_AWSs_own_words()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (old, fresh) = (await MadeAsync(admin, account, "Outgoing"), await MadeAsync(admin, account, "Incoming"));
        await ShowingAsync(admin, await Given.ApiAsync(admin), "dev", old.AwsId);
        var run = await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{Assert.Single((await PointAsync(admin, account, old, fresh)).Runs)}"));
        await Things.ApplyAsync(admin, Things.Of(account.Connection, $"certificates/{old.Id}/deletion"), new { teamId = admin.Team });

        var undone = await Pipeline.ApproveAsync(admin, await Things.UndoAsync(admin, run));

        Assert.Equal(RunState.Stopped, undone.State);
        Assert.Contains("Invalid Client Certificate identifier", Assert.Single(undone.Steps).Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_another_teams_is_not_pointed_and_what_is_not_there_refused()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var stranger = await portal.PersonAsync(Role.Publisher);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (old, fresh) = (await MadeAsync(admin, account, "Theirs"), await MadeAsync(admin, account, "Next"));
        await ShowingAsync(admin, await Given.ApiAsync(admin), "dev", old.AwsId);

        Assert.Empty((await PointAsync(stranger, account, old, fresh)).Runs);
        await Things.TryProposeAsync(admin, Path(account, old), new { to = "none" }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:no-such-certificate");
        await Things.TryProposeAsync(admin, Path(account, old), new { to = old.AwsId }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    /// <summary>A stage that keeps its settings and shows a certificate.</summary>
    private static async Task<StageView> ShowingAsync(Person person, ApiView api, string name, string certificate)
    {
        var stage = await Pipeline.StageAsync(person, api, name);
        var setup = await person.Http.GetAsync<StageSetupView>($"/api/v1/stages/{stage.Id}/settings");
        await (await person.Http.SendAsync(HttpMethod.Put, $"/api/v1/stages/{stage.Id}/settings", new ChangeStageSetup
        {
            Settings = setup.Settings! with { ClientCertificate = certificate },
            Description = setup.Description,
            AccessLog = setup.AccessLog,
            Tags = setup.Tags,
            Version = setup.Version,
        })).AnswerAsync<StageSetupView>(HttpStatusCode.OK);
        await Pipeline.DeployAsync(person, stage);

        return stage;
    }

    private static async Task<string> WantedAsync(Person person, StageView stage) => (await person.Http.GetAsync<StageSetupView>($"/api/v1/stages/{stage.Id}/settings")).Settings!.ClientCertificate!;

    private static Task<PointedStages> PointAsync(Person person, ForeignAccount account, ClientCertificateView from, ClientCertificateView to) =>
        person.Http.PostAsync<PointedStages>(Path(account, from), new { to = to.AwsId }, HttpStatusCode.OK);

    private static string Path(ForeignAccount account, ClientCertificateView from) => Things.Of(account.Connection, $"certificates/{from.AwsId}/successor");

    private static async Task<ClientCertificateView> MadeAsync(Person admin, ForeignAccount account, string description)
    {
        await Things.ApplyAsync(admin, Things.Of(account.Connection, "certificates"), new { teamId = admin.Team, description });

        return (await admin.Http.GetAsync<Page<ClientCertificateView>>(Things.Of(account.Connection, "certificates"))).Items.Single(certificate => certificate.Description == description);
    }
}
