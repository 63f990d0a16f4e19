using System.Net;
using System.Security.Cryptography.X509Certificates;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Sync;
using Portal.Tests.Sync;

namespace Portal.Tests.Connections;

/// <summary>Client certificates by the HTTP door, with the sandbox behind it.</summary>
public sealed class ClientCertificatesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_certificate_is_generated_after_an_approval_and_its_public_part_is_handed_out()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);

        var proposed = await Things.ProposeAsync(admin, Of(account), new { teamId = admin.Team, description = "For the shop" });
        Assert.DoesNotContain(await ListAsync(admin, account), certificate => certificate.Description is "For the shop");
        Assert.Equal("Generates a client certificate: \"For the shop\". AWS makes its key and signs it for a year.", Assert.Single(proposed.Steps).Headline);

        await Things.DoneAsync(admin, proposed);

        var made = (await ListAsync(admin, account)).Single(certificate => certificate.Description is "For the shop");
        Assert.Equal((ThingStanding.Ours, CertificateAge.Good), (made.Standing, made.Age));
        var pem = await admin.Http.GetStringAsync(Of(account, $"/{made.AwsId}/pem"), Cancelled);
        using var certificate = X509Certificate2.CreateFromPem(pem);
        Assert.False(certificate.HasPrivateKey);
        Assert.Equal(made.ExpiresAt, new DateTimeOffset(certificate.NotAfter));
    }

    [Theory]
    [InlineData(31, CertificateAge.Good)]
    [InlineData(30, CertificateAge.EndsSoon)]
    [InlineData(0, CertificateAge.Ended)]
    public void From_thirty_days_before_its_end_on_there_is_a_warning(int days, CertificateAge age) => Assert.Equal(age, ListClientCertificatesHandler.AgeOf(TimeSpan.FromDays(days)));

    [Fact]
    public async Task One_that_a_stage_shows_is_not_deleted_and_is_rotated()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var old = await MadeAsync(admin, account, "Old");
        var api = await account.MakeApiAsync("Certified", RoundTripTests.TextOf("mock"));
        await PointAsync(account, api, old.AwsId);

        var problem = await Things.TryProposeAsync(admin, Of(account, $"/{old.Id}/deletion"), new { teamId = admin.Team }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:connections:certificate-in-use");
        Assert.Equal("Point these at another one first: prod of Certified.", problem.Detail);

        var rotation = await Things.ProposeAsync(admin, Of(account), new { teamId = admin.Team, description = "New", replaces = old.AwsId });
        Assert.Contains($"These stages show {old.AwsId} now, and are to be pointed at the new one: prod of Certified. After that {old.AwsId} can be deleted.", rotation.Notes);
        await Things.DoneAsync(admin, rotation);
        var fresh = (await ListAsync(admin, account)).Single(certificate => certificate.Description is "New");
        await PointAsync(account, api, fresh.AwsId);

        var uses = await admin.Http.GetAsync<CertificateUsesView>(Of(account, "/uses"));
        Assert.Equal(["prod of Certified"], uses.Of(fresh.AwsId));
        Assert.Empty(uses.Of(old.AwsId));
        var deletion = await Things.ProposeAsync(admin, Of(account, $"/{old.Id}/deletion"), new { teamId = admin.Team });
        Assert.Equal("Old", deletion.NameToType);
        await Things.DoneAsync(admin, deletion);
        Assert.DoesNotContain(await ListAsync(admin, account), certificate => certificate.AwsId == old.AwsId);
    }

    [Fact]
    public async Task A_deletion_that_is_taken_back_brings_another_one_and_says_so()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var made = await MadeAsync(admin, account, "Deleted by mistake");
        var deleted = await Things.ApplyAsync(admin, Of(account, $"/{made.Id}/deletion"), new { teamId = admin.Team });

        var undo = await Things.UndoAsync(admin, deleted);
        await Things.DoneAsync(admin, undo);

        Assert.Contains("The client certificate Deleted by mistake comes back as another one, with a key of its own: backends must be told of it, and stages pointed at it.", undo.Notes);
        var back = (await ListAsync(admin, account)).Single(certificate => certificate.Description is "Deleted by mistake");
        Assert.Equal((made.Id, false), (back.Id, back.AwsId == made.AwsId));
    }

    [Fact]
    public async Task One_that_somebody_else_made_is_shown_and_never_changed()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var foreign = await account.Aws.Writing.GenerateClientCertificateAsync(new GenerateClientCertificateRequest { Description = "Theirs" }, Cancelled);
        var elsewhere = await account.Aws.Writing.GenerateClientCertificateAsync(new GenerateClientCertificateRequest { Description = "Elsewhere", Tags = new() { ["portal:id"] = Guid.NewGuid().ToString() } }, Cancelled);

        var listed = await ListAsync(admin, account);

        Assert.Equal((ThingStanding.Foreign, null), listed.Where(certificate => certificate.AwsId == foreign.ClientCertificateId).Select(certificate => (certificate.Standing, certificate.Id)).Single());
        Assert.Equal((ThingStanding.Elsewhere, null), listed.Where(certificate => certificate.AwsId == elsewhere.ClientCertificateId).Select(certificate => (certificate.Standing, certificate.Id)).Single());
        await Things.TryProposeAsync(admin, Of(account, $"/{Guid.NewGuid()}/deletion"), new { teamId = admin.Team }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    [Fact]
    public async Task A_changed_description_is_drift_that_is_restored_or_taken_over()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var run = await Things.ApplyAsync(admin, Of(account), new { teamId = admin.Team, description = "As agreed" });
        var made = (await ListAsync(admin, account)).Single(certificate => certificate.Description is "As agreed");
        Assert.Empty(await Things.DriftAsync(admin, run));

        await account.Aws.Writing.UpdateClientCertificateAsync(
            new UpdateClientCertificateRequest { ClientCertificateId = made.AwsId, PatchOperations = [new() { Op = Op.Replace, Path = "/description", Value = "Renamed by hand" }] }, Cancelled);
        var finding = Assert.Single(await Things.DriftAsync(admin, run));
        Assert.Equal(["Changes the description of a client certificate: \"As agreed\" -> \"Renamed by hand\"."], finding.Words);

        var taken = await admin.Http.PostAsync<TakenDrift>($"/api/v1/drift/{finding.Id}/take-over", new { }, HttpStatusCode.OK);
        Assert.Equal(["The client certificate Renamed by hand is taken as it is."], taken.Sentences);
        Assert.Empty(await Things.DriftAsync(admin, run));

        await account.Aws.Writing.DeleteClientCertificateAsync(new DeleteClientCertificateRequest { ClientCertificateId = made.AwsId }, Cancelled);
        Assert.Equal(["The client certificate Renamed by hand is not there any more, or has lost its tag portal:id."], Assert.Single(await Things.DriftAsync(admin, run)).Words);
    }

    [Fact]
    public async Task One_that_was_imported_is_changed_after_its_adoption_and_not_before()
    {
        await using var other = new PortalFixture();
        var admin = await other.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(other);
        var foreign = await account.Aws.Writing.GenerateClientCertificateAsync(new GenerateClientCertificateRequest { Description = "Theirs" }, Cancelled);
        var path = $"clientcertificates/{foreign.ClientCertificateId}";
        var found = Assert.Single((await admin.Http.GetAsync<ImportPreview>($"/api/v1/connections/{account.Connection}/import")).Things);
        Assert.Equal((path, "Client certificate", "Theirs", FoundStanding.New), (found.Path, found.What, found.Name, found.Standing));

        var report = await admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, things = new[] { path } }, HttpStatusCode.OK);
        var imported = Assert.Single(report.Things);
        Assert.Equal(ImportResult.New, imported.Result);
        Assert.Equal((ThingStanding.Imported, imported.Id), Assert.Single(await ListAsync(admin, account)) is var listed ? (listed.Standing, listed.Id) : default);
        var early = await Things.ProposeAsync(admin, Of(account, $"/{imported.Id}/description"), new { teamId = admin.Team, description = "Ours" });
        await admin.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{early.Id}/approve", new { fingerprint = early.Fingerprint, version = early.Version }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:not-adopted");

        var adoption = await admin.Http.PostAsync<ProposedAdoption>($"/api/v1/connections/{account.Connection}/adoption", new { teamId = admin.Team }, HttpStatusCode.OK);
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{adoption.RunId}"));
        await Things.ApplyAsync(admin, Of(account, $"/{imported.Id}/description"), new { teamId = admin.Team, description = "Ours" });

        var ours = Assert.Single(await ListAsync(admin, account));
        Assert.Equal((foreign.ClientCertificateId, "Ours", ThingStanding.Ours), (ours.AwsId, ours.Description, ours.Standing));
        var again = await admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, things = new[] { path } }, HttpStatusCode.OK);
        Assert.Equal(ImportResult.Unchanged, Assert.Single(again.Things).Result);
    }

    [Fact]
    public async Task Who_shows_it_is_found_beyond_the_first_hundred_APIs()
    {
        await using var other = new PortalFixture();
        var admin = await other.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(other);
        var made = await MadeAsync(admin, account, "Far behind");

        foreach (var number in Enumerable.Range(0, 100))
        {
            await account.Aws.Writing.CreateRestApiAsync(new CreateRestApiRequest { Name = $"A {number}", EndpointConfiguration = new() { Types = ["REGIONAL"] } }, Cancelled);
        }

        await PointAsync(account, await account.MakeApiAsync("Zoo", RoundTripTests.TextOf("mock")), made.AwsId);

        var first = await admin.Http.GetAsync<CertificateUsesView>(Of(account, "/uses"));
        var rest = await admin.Http.GetAsync<CertificateUsesView>(Of(account, $"/uses?leftOut={first.Looked}"));
        Assert.Equal((100, false, 0), (first.Looked, first.IsWhole, first.Of(made.AwsId).Count));
        Assert.True(rest.IsWhole);
        Assert.Equal(["prod of Zoo"], first.With(rest).Of(made.AwsId));
        await Things.TryProposeAsync(admin, Of(account, $"/{made.Id}/deletion"), new { teamId = admin.Team }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:connections:certificate-in-use");
    }

    [Fact]
    public async Task Only_an_administrator_proposes()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        await using var account = await ForeignAccount.OfAsync(portal);

        await Things.TryProposeAsync(publisher, Of(account), new { teamId = publisher.Team, description = "Mine" }).RefusedAsync(HttpStatusCode.Forbidden, "urn:portal:platform:not-allowed");
    }

    [Fact]
    public async Task Without_a_description_it_is_told()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);

        var problem = await Things.TryProposeAsync(admin, Of(account), new { teamId = admin.Team, description = " " }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Equal(["Say what it is for: AWS gives it no other name."], problem.Errors!["Description"]);
    }

    private static async Task<ClientCertificateView> MadeAsync(Person admin, ForeignAccount account, string description)
    {
        await Things.ApplyAsync(admin, Of(account), new { teamId = admin.Team, description });

        return (await ListAsync(admin, account)).Single(certificate => certificate.Description == description);
    }

    private static Task<UpdateStageResponse> PointAsync(ForeignAccount account, string api, string certificate) => account.Aws.Writing.UpdateStageAsync(
        new UpdateStageRequest { RestApiId = api, StageName = "prod", PatchOperations = [new() { Op = Op.Replace, Path = "/clientCertificateId", Value = certificate }] }, Cancelled);

    private static async Task<IReadOnlyList<ClientCertificateView>> ListAsync(Person person, ForeignAccount account) => (await person.Http.GetAsync<Page<ClientCertificateView>>(Of(account))).Items;

    private static string Of(ForeignAccount account, string rest = "") => Things.Of(account.Connection, $"certificates{rest}");
}
