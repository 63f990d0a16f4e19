using Bunit;
using Portal.Client.Stages.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Identity;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class DomainNamesPageTests : ScreenContext
{
    private const string Certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/0123abcd";
    private static readonly Guid Run = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    private static readonly DomainNameView Domain = new()
    {
        Id = Guid.Parse("00000000-0000-0000-0000-0000000000cc"),
        Name = "api.example.com",
        EndpointType = "REGIONAL",
        CertificateArn = Certificate,
        SecurityPolicy = "TLS_1_2",
        TruststoreUri = null,
        TruststoreVersion = null,
        Status = "AVAILABLE",
        StatusMessage = null,
        Target = "d-abc.execute-api.eu-west-1.amazonaws.com",
        HostedZone = "Z1",
        Mappings = [new("/v1", "prod of Petstore", Given.StageId), new("/theirs", "live of abc", null)],
        Standing = ThingStanding.Ours,
        OwnedBy = null,
    };

    [Fact]
    public void A_name_tells_where_it_leads_and_what_DNS_needs()
    {
        var words = Draw(Domain).Find("article").Words();

        Assert.Contains("api.example.com/v1 prod of Petstore api.example.com/theirs live of abc, not the portal's", words, StringComparison.Ordinal);
        Assert.Contains("api.example.com CNAME d-abc.execute-api.eu-west-1.amazonaws.com", words, StringComparison.Ordinal);
        Assert.Contains("an alias in Route 53 (hosted zone Z1)", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Routing_rules_are_shown_in_the_order_in_which_they_are_tried()
    {
        var words = Draw(Domain with { RoutingMode = "ROUTING_RULE_ONLY", RoutingRules = [new(1, ["path /v2", "header X-A = b*"], "prod of Petstore", true), new(2, [], "dev of abc", false)] }).Find("article").Words();

        Assert.Contains("1 path /v2 and header X-A = b* to prod of Petstore, without the path 2 every call to dev of abc They decide where calls go, and its paths do not.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_name_tells_who_reaches_it_and_keeps_that_through_a_change()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page<ApiRow>());
        Portal.On<ProposeDomainNameChange, ProposedChange>(new ProposedChange(Run, false));
        var dialogs = DrawDialogs();
        var page = Draw(Domain with { EndpointType = "PRIVATE", IpAddressType = "dualstack", Target = null, Mappings = [], Private = new PrivateNameView("abc123", "{}", ["vpce-1", "vpce-2"]) });

        Assert.Contains("A private name, which the VPC endpoints alone reach that are let in", page.Find("article").Words(), StringComparison.Ordinal);
        Assert.Contains("VPC endpoints vpce-1, vpce-2 Id abc123", page.Find("article").Words(), StringComparison.Ordinal);
        var changing = page.Named("Change api.example.com").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("textarea")));
        await dialogs.Labelled("VPC endpoints").ChangeAsync("vpce-1,vpce-3");
        await dialogs.Labelled("Policy").ChangeAsync("""{"Statement":[]}""");
        await dialogs.Find("form").SubmitAsync();
        await changing;

        var asked = Portal.Last<ProposeDomainNameChange>();
        Assert.Equal(["vpce-1", "vpce-3"], asked.VpcEndpoints!);
        Assert.Equal(("""{"Statement":[]}""", null, null, "TLS_1_2"), (asked.Policy, asked.IpAddressType, asked.TruststoreUri, asked.SecurityPolicy));
    }

    [Fact]
    public async Task A_change_keeps_what_is_there_and_leads_to_its_change_set()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page<ApiRow>());
        Portal.On<ProposeDomainNameChange, ProposedChange>(new ProposedChange(Run, false));
        var dialogs = DrawDialogs();
        var page = Draw(Domain);

        var changing = page.Named("Change api.example.com").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll(".mapping")));
        await dialogs.Labelled("Path 1").ChangeAsync("/v2");
        await dialogs.Labelled("Addresses").ChangeAsync("dualstack");
        await dialogs.Find("form").SubmitAsync();
        await changing;

        var asked = Portal.Last<ProposeDomainNameChange>();
        Assert.Equal((Certificate, "TLS_1_2", "dualstack"), (asked.CertificateArn, asked.SecurityPolicy, asked.IpAddressType));
        Assert.Equal(("/v2", Given.StageId), asked.Mappings.Select(mapping => (mapping.Path, mapping.StageId!.Value)).Single());
        Assert.Equal($"runs/{Run}", Place);
    }

    [Fact]
    public async Task A_rule_is_added_beside_those_that_are_there_and_one_that_cannot_be_asked_for_is_said_to_stay()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page<ApiRow>());
        Portal.On<ProposeDomainNameChange, ProposedChange>(new ProposedChange(Run, false));
        var dialogs = DrawDialogs();
        var page = Draw(Domain with
        {
            RoutingMode = RoutingModes.RulesFirst,
            RoutingRules = [new(5, ["path /theirs"], "live of abc", false), new(100, ["path /v2"], "prod of Petstore", true, new RoutingRule { Priority = 100, Path = "/v2", StageId = Given.StageId, StripsPath = true })],
        });

        var changing = page.Named("Change api.example.com").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("5 path /theirs to live of abc stays as it is in AWS", dialogs.Find("form").Words(), StringComparison.Ordinal));
        await dialogs.Named("Add a rule").ClickAsync();
        await dialogs.Labelled("Stage of rule 2").ChangeAsync($"{Given.StageId}");
        await dialogs.Named("Add a header to rule 2").ClickAsync();
        await dialogs.Labelled("Header 1 of rule 2").ChangeAsync("X-Version");
        await dialogs.Labelled("Value of header 1 of rule 2").ChangeAsync("2*");
        await dialogs.Labelled("What decides where calls go").ChangeAsync(RoutingModes.ByRules);
        await dialogs.Find("form").SubmitAsync();
        await changing;

        var asked = Portal.Last<ProposeDomainNameChange>();
        Assert.Equal(RoutingModes.ByRules, asked.RoutingMode);
        Assert.Equal([(100, "/v2", true, ""), (200, null, false, "X-Version=2*")], asked.RoutingRules!.Select(rule => (rule.Priority, rule.Path, rule.StripsPath, string.Join(",", rule.Headers.Select(header => $"{header.Name}={header.Value}")))));
    }

    [Fact]
    public async Task What_is_wrong_with_a_rule_stands_beside_it()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page<ApiRow>());
        Portal.Refuses<ProposeDomainNameChange, ProposedChange>(new Refusal { Kind = RefusalKind.Malformed, Type = "urn:portal:platform:malformed", Title = "Malformed.", Detail = "", Faults = new Dictionary<string, IReadOnlyList<string>> { ["RoutingRules[0].Priority"] = ["A priority is a number from 1 to 1,000,000."] } });
        var dialogs = DrawDialogs();
        var page = Draw(Domain with { RoutingMode = RoutingModes.ByRules, RoutingRules = [new(100, [], "prod of Petstore", false, new RoutingRule { Priority = 100, StageId = Given.StageId })] });

        var changing = page.Named("Change api.example.com").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("form")));
        await dialogs.Labelled("Priority of rule 1").ChangeAsync("never");
        await dialogs.Find("form").SubmitAsync();

        Assert.Equal(0, Portal.Last<ProposeDomainNameChange>().RoutingRules![0].Priority);
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("A priority is a number", dialogs.Find("#rule-1-faults").Words(), StringComparison.Ordinal));
        await dialogs.Named("Cancel").ClickAsync();
        await changing;
    }

    [Fact]
    public void Without_one_it_says_what_they_are_for() => Assert.Contains("Under a name of your own", Draw().Words(), StringComparison.Ordinal);

    private IRenderedComponent<DomainNamesPage> Draw(params DomainNameView[] domains)
    {
        Portal.On<GetConnection, ConnectionView>(Given.Connection("Production"));
        Portal.On<ListTeams, Page<TeamView>>(Given.Page(Given.Team));
        Portal.On<ListDomainNames, Page<DomainNameView>>(Given.Page(domains));

        return Render<DomainNamesPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));
    }
}
