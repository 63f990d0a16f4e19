using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using Portal.Shared.Stages;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>Routing rules of domain names by the adapter, against the sandbox.</summary>
public sealed class RoutingRuleTests
{
    private const string Name = "api.example.com";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_that_moves_stands_at_its_new_place_before_another_takes_its_old_one()
    {
        await using var bench = await DeployedAsync();
        var before = Domain(RoutingModes.ByRules, (10, "v1"), (20, "v2"), (30, "v3"));
        await bench.Gateway.CreateAsync(before, Cancelled);
        var ids = await IdsAsync(bench);
        bench.Calls.Clear();

        await ChangeAsync(bench, before, Domain(RoutingModes.ByRules, (10, "v0"), (20, "v1"), (30, "v2"), (40, "v3")));

        Assert.Equal(["POST ", $"PUT /{ids[30]}", $"PUT /{ids[20]}", $"PUT /{ids[10]}"], RuleCalls(bench));
    }

    [Fact]
    public async Task Two_that_change_places_take_two_writes()
    {
        await using var bench = await DeployedAsync();
        var before = Domain(RoutingModes.ByRules, (10, "v1"), (20, "v2"));
        await bench.Gateway.CreateAsync(before, Cancelled);
        bench.Calls.Clear();

        await ChangeAsync(bench, before, Domain(RoutingModes.ByRules, (10, "v2"), (20, "v1")));

        Assert.Equal(2, RuleCalls(bench).Count);
    }

    [Fact]
    public async Task What_is_to_decide_stands_before_it_does()
    {
        await using var bench = await DeployedAsync();
        var (mapped, ruled) = (Domain(RoutingModes.ByMappings) with { Mappings = new([new("/", "shop/dev")]) }, Domain(RoutingModes.ByRules, (10, "v1")));
        await bench.Gateway.CreateAsync(mapped, Cancelled);
        bench.Calls.Clear();

        await ChangeAsync(bench, mapped, ruled);
        Assert.Equal(["POST routingrules", "PATCH api.example.com", "DELETE apimappings"], Writes(bench));
        bench.Calls.Clear();
        await ChangeAsync(bench, ruled, mapped);

        Assert.Equal(["POST apimappings", "PATCH api.example.com", "DELETE routingrules"], Writes(bench));
    }

    [Fact]
    public async Task Where_there_may_be_no_more_what_goes_goes_first()
    {
        await using var bench = await DeployedAsync();
        var before = Domain(RoutingModes.ByMappings, [.. Enumerable.Range(1, RoutingRuleSpec.Most).Select(number => (number, $"v{number}"))]);
        await bench.Gateway.CreateAsync(before, Cancelled);

        await ChangeAsync(bench, before, Domain(RoutingModes.ByMappings, [.. Enumerable.Range(2, RoutingRuleSpec.Most).Select(number => (number, $"v{number}"))]));

        Assert.Equal(RoutingRuleSpec.Most, (await IdsAsync(bench)).Count);
    }

    [Fact]
    public async Task Where_nothing_is_said_of_rules_they_stay()
    {
        await using var bench = await DeployedAsync();
        var before = Domain(RoutingModes.ByRules, (10, "v1"));
        await bench.Gateway.CreateAsync(before, Cancelled);
        var silent = before with { RoutingRules = null, RoutingMode = null };

        await bench.Open().UpdateAsync(silent, silent with { CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/two" }, Cancelled);

        Assert.Equal([10], (await IdsAsync(bench)).Keys);
    }

    [Fact]
    public async Task A_rule_of_several_paths_and_headers_is_read_as_it_is_and_written_back()
    {
        await using var bench = await DeployedAsync();
        var rule = new RoutingRuleSpec
        {
            Conditions = [new() { Headers = [new() { Name = "X-A", Glob = "1*" }, new() { Name = "X-B", Glob = "*2" }] }, new() { BasePaths = ["v1", "v2/beta"] }],
            Stage = "shop/dev",
            StripsBasePath = true,
        };

        var made = Domain(RoutingModes.RulesFirst) with { RoutingRules = new([new("7", rule)]) };
        await bench.Gateway.CreateAsync(made, Cancelled);

        Assert.Equal(made.Text, (await ReadAsync(bench))!.Text);
        Assert.Equal("calls with path /v1 or /v2/beta and header X-A = 1* or X-B = *2", rule.Calls);
    }

    private static async Task<AwsBench> DeployedAsync()
    {
        var (bench, api) = (await AwsBench.StartAsync(), Given.RestApi("shop", ("GET /", Given.MockMethod())));
        await bench.DeployAsync(api, Given.Stage("dev", api));

        return bench;
    }

    private static DomainNameSpec Domain(string mode, params (int Priority, string Path)[] rules) => new("name")
    {
        Name = Name,
        EndpointType = "REGIONAL",
        CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/one",
        SecurityPolicy = "TLS_1_2",
        MutualTls = null,
        IpAddressType = "ipv4",
        RoutingMode = mode,
        RoutingRules = new(rules.Select(rule => KeyValuePair.Create(RoutingRuleSpec.Key(rule.Priority), new RoutingRuleSpec { Conditions = [new() { BasePaths = [rule.Path] }], Stage = "shop/dev", StripsBasePath = false }))),
        Mappings = SortedMap<string>.Empty,
    };

    private static async Task ChangeAsync(AwsBench bench, DomainNameSpec before, DomainNameSpec after)
    {
        await bench.Open().UpdateAsync(before, after, Cancelled);
        Assert.Equal(after.Text, (await ReadAsync(bench))!.Text);
    }

    private static async Task<Spec?> ReadAsync(AwsBench bench) =>
        (await bench.Open().ReadAsync(GatewayScope.OfThing(Guid.Empty, new Address(Kind.DomainName, "name")), Cancelled)).Specs.SingleOrDefault();

    private static async Task<Dictionary<int, string>> IdsAsync(AwsBench bench) =>
        (await bench.Clients.V2.ListRoutingRulesAsync(new ListRoutingRulesRequest { DomainName = Name, MaxResults = 100 }, Cancelled)).RoutingRules.ToDictionary(rule => rule.Priority!.Value, rule => rule.RoutingRuleId);

    private static List<string> RuleCalls(AwsBench bench) => [.. bench.Calls.Writes.Where(call => call.Contains("/routingrules", StringComparison.Ordinal)).Select(call => $"{call.Split(' ')[0]} {call.Split("/routingrules")[1]}")];

    /// <summary>"POST routingrules", whatever the id.</summary>
    private static List<string> Writes(AwsBench bench) => [.. bench.Calls.Writes.Select(call => $"{call.Split(' ')[0]} {(call.Contains("routingrules", StringComparison.Ordinal) ? "routingrules" : call.Contains("apimappings", StringComparison.Ordinal) ? "apimappings" : call.Split('/')[^1])}")];
}
