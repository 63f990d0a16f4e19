using Bunit;
using Portal.Client.Audit.Admin;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Tests.Client.Audit.Admin;

public sealed class AuditPageTests : ScreenContext
{
    private static readonly AuditLine Line = new()
    {
        Number = 7,
        At = Given.Noon,
        By = Given.ApiId,
        Name = "Ada Lovelace",
        Deed = "catalog.import",
        Subject = "Pets",
        Detail = "revision 1",
    };

    public AuditPageTests() => Portal.On<ListAuditEvents, Page<AuditLine>>(Given.Page(Line));

    [Fact]
    public void A_line_tells_who_did_what_and_when()
    {
        var words = Render<AuditPage>().Find("tbody tr").Words();

        Assert.Contains("Ada Lovelace", words, StringComparison.Ordinal);
        Assert.Contains("catalog.import Pets revision 1", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_says_what_is_looked_for()
    {
        GoTo("audit?q=pets&deed=catalog&from=2026-01-01&until=2026-01-31&page=2");

        Render<AuditPage>();

        var asked = Portal.Last<ListAuditEvents>();
        Assert.Equal(("pets", "catalog", 25), (asked.Words, asked.Deed, asked.Skip));
        Assert.Equal((new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)), (asked.From, asked.Until));
    }

    [Fact]
    public void One_click_proves_the_trail()
    {
        Portal.On<VerifyAudit, AuditVerdict>(new AuditVerdict { IsWhole = true, Lines = 7, Unsealed = 0, FirstBad = null, Why = null, Head = "7:abc" });
        var page = Render<AuditPage>();

        page.FindAll("button").Single(button => button.Words() is "Verify").Click();

        Assert.Contains("The trail is whole: all 7 sealed lines hold.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("7:abc", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_bad_line_is_named()
    {
        Portal.On<VerifyAudit, AuditVerdict>(new AuditVerdict { IsWhole = false, Lines = 3, Unsealed = 0, FirstBad = 4, Why = "It does not say what was sealed.", Head = "3:abc" });
        var page = Render<AuditPage>();

        page.FindAll("button").Single(button => button.Words() is "Verify").Click();

        Assert.Contains("The trail is not whole: line 4 does not hold.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("It does not say what was sealed.", page.Words(), StringComparison.Ordinal);
    }
}
