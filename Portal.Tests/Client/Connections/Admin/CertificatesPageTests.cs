using Bunit;
using Portal.Client.Connections.Admin;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Identity;

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
