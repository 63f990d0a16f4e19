using Bunit;
using Portal.Client.Connections.Admin;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Identity;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Connections.Admin;

public sealed class CertificatesPageTests : ScreenContext
{
    private static readonly Guid Run = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    private static readonly ClientCertificateView Certificate = new()
    {
        Id = Guid.Parse("00000000-0000-0000-0000-0000000000cc"),
        AwsId = "abc123",
        Description = "For the shop",
        CreatedAt = Given.Noon,
        ExpiresAt = Given.Noon.AddDays(20),
        Age = CertificateAge.EndsSoon,
        Standing = ThingStanding.Ours,
        OwnedBy = null,
    };

    [Fact]
    public void A_certificate_tells_until_when_it_holds_and_who_shows_it()
    {
        var page = Draw(Certificate);

        Assert.Equal("For the shop abc123 Ends soon ends 12 Dec 2026 prod of Pets The portal's Public part Rotate Describe Delete", page.Find("tbody tr").Words());
        Assert.Contains("Rotate these in time, because AWS renews none: For the shop.", page.Words(), StringComparison.Ordinal);
        Assert.Equal("api/v1/connections/44444444-4444-4444-4444-444444444444/certificates/abc123/pem", page.Named("Public part of For the shop").GetAttribute("href"));
    }

    [Fact]
    public void Who_shows_it_is_looked_up_also_where_the_list_comes_late()
    {
        var list = new TaskCompletionSource<Answer<Page<ClientCertificateView>>>();
        Teach();
        Portal.OnLater<ListClientCertificates, Page<ClientCertificateView>>(list.Task);
        var page = Render<CertificatesPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));

        list.SetResult(Given.Page(Certificate));

        page.WaitForAssertion(() => Assert.Contains("prod of Pets", page.Words(), StringComparison.Ordinal));
        Assert.Single(Portal.Asked.OfType<GetCertificateUses>());
    }

    [Fact]
    public void A_large_account_is_looked_at_a_hundred_APIs_at_a_time()
    {
        Teach();
        Portal.On<GetCertificateUses, CertificateUsesView>(request => new CertificateUsesView([new("abc123", [$"prod of Api {request.LeftOut}"])], 250, Math.Min(250, request.LeftOut + 100)));
        Portal.On<ListClientCertificates, Page<ClientCertificateView>>(Given.Page(Certificate));
        var page = Render<CertificatesPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));

        page.WaitForAssertion(() => Assert.Contains("The stages of all REST APIs were looked at.", page.Words(), StringComparison.Ordinal));
        Assert.Equal([0, 100, 200], Portal.Asked.OfType<GetCertificateUses>().Select(request => request.LeftOut));
        Assert.Contains("prod of Api 0, prod of Api 100, prod of Api 200", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_the_portals_cannot_be_deleted()
    {
        var page = Draw(Certificate with { Id = null, Standing = ThingStanding.Foreign });

        Assert.False(page.Has("Delete For the shop"));
        Assert.True(page.Has("Rotate For the shop"));
    }

    [Fact]
    public async Task Generating_leads_to_the_change_set()
    {
        Portal.On<ProposeClientCertificate, ProposedChange>(new ProposedChange(Run, false));
        var dialogs = DrawDialogs();
        var page = Draw(Certificate);

        var generating = page.Named("Generate").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("input")));
        await dialogs.Labelled("Description").ChangeAsync("For the bank");
        await dialogs.Find("form").SubmitAsync();
        await generating;

        Assert.Equal(new ProposeClientCertificate { ConnectionId = Given.ConnectionId, TeamId = Given.Team.Id, Description = "For the bank" }, Portal.Last<ProposeClientCertificate>());
        Assert.Equal($"runs/{Run}", Place);
    }

    [Fact]
    public async Task A_refused_deletion_says_why()
    {
        Portal.Refuses<ProposeCertificateDeletion, ProposedChange>(Given.Refusal(RefusalKind.Conflict, "urn:portal:connections:certificate-in-use", "Stages show this certificate."));
        var dialogs = DrawDialogs();
        var page = Draw(Certificate);

        var deleting = page.Named("Delete For the shop").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("Delete For the shop?", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Named("Preview changes").ClickAsync();
        await deleting;

        Assert.Equal("Stages show this certificate.", page.Find("[role=alert]").Words());
    }

    [Fact]
    public async Task Stages_are_pointed_at_the_one_that_holds_longest_and_several_change_sets_become_a_bundle()
    {
        var fresh = Certificate with { Id = Guid.NewGuid(), AwsId = "new456", Description = "For the shop, new", ExpiresAt = Given.Noon.AddDays(360), Age = CertificateAge.Good };
        var bundle = Guid.NewGuid();
        Portal.On<PointAtCertificate, PointedStages>(new PointedStages([Run, Guid.NewGuid()], ["prod of Pets", "prod of Zoo"], [], 0));
        Portal.On<ProposeBundle, ProposedBundle>(new ProposedBundle(bundle, 2));
        var dialogs = DrawDialogs();
        var page = Draw(Certificate, fresh);
        page.WaitForAssertion(() => Assert.Contains("For the shop: once the backends trust the new one, point its stages at it.", page.Words(), StringComparison.Ordinal));
        Assert.False(page.Has("Point the stages of For the shop, new at another one"));

        var pointing = page.Named("Point the stages of For the shop at another one").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("select")));
        await dialogs.Named("Preview changes").ClickAsync();
        await pointing;

        Assert.Equal(new PointAtCertificate { ConnectionId = Given.ConnectionId, From = "abc123", To = "new456" }, Portal.Last<PointAtCertificate>());
        Assert.Equal($"Run/{Run}", Portal.Last<ProposeBundle>().Things[0]);
        Assert.Equal($"runs/bundles/{bundle}", Place);
    }

    [Fact]
    public async Task What_could_not_be_pointed_is_said_before_anybody_is_led_away()
    {
        var fresh = Certificate with { Id = Guid.NewGuid(), AwsId = "new456", Description = "New", Age = CertificateAge.Good };
        Portal.On<PointAtCertificate, PointedStages>(new PointedStages([Run], ["prod of Pets"], ["prod of Zoo: AWS refused."], 3));
        var dialogs = DrawDialogs();
        var page = Draw(Certificate, fresh);

        var pointing = page.Named("Point the stages of For the shop at another one").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("select")));
        await dialogs.Named("Preview changes").ClickAsync();
        await pointing;

        Assert.Contains("Change sets wait for approval of prod of Pets. prod of Zoo: AWS refused. Stages of 3 more APIs show it: when these are done, point its stages again.", page.Words(), StringComparison.Ordinal);
        Assert.Equal($"runs/{Run}", page.Named("To the changes").GetAttribute("href"));
    }

    [Fact]
    public void Without_one_it_says_what_they_are_for()
    {
        var page = Draw();

        Assert.Contains("A backend that should take calls from API Gateway alone can ask for a certificate", page.Words(), StringComparison.Ordinal);
        Assert.Empty(Portal.Asked.OfType<GetCertificateUses>());
    }

    private IRenderedComponent<CertificatesPage> Draw(params ClientCertificateView[] certificates)
    {
        Teach();
        Portal.On<ListClientCertificates, Page<ClientCertificateView>>(Given.Page(certificates));

        return Render<CertificatesPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));
    }

    private void Teach()
    {
        Portal.On<GetConnection, ConnectionView>(Given.Connection("Production"));
        Portal.On<ListTeams, Page<TeamView>>(Given.Page(Given.Team));
        Portal.On<GetCertificateUses, CertificateUsesView>(new CertificateUsesView([new("abc123", ["prod of Pets"])], 3, 3));
    }
}
