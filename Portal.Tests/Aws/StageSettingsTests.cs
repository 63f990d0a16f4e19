using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;
using Portal.Tests.Sandbox;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>A stage's settings and tags on their way to AWS and back; what is not the portal's to say stays as it is.</summary>
public sealed class StageSettingsTests
{
    private static readonly RestApiSpec Api = Specs.Named("mock");

    private static readonly StageSettingsSpec Some = StageSettingsSpec.None with
    {
        Methods = new(
        [
            new(StageSettingsSpec.AllMethods, MethodSettingsSpec.Default with { MetricsEnabled = true, LoggingLevel = "ERROR" }),
            new("GET /pets", MethodSettingsSpec.Default with { ThrottlingRateLimit = 2.5, ThrottlingBurstLimit = 5, CachingEnabled = true, CacheTtlInSeconds = 60, CacheDataEncrypted = true, RequireAuthorizationForCacheControl = false, UnauthorizedCacheControlHeaderStrategy = "FAIL_WITH_403" }),
        ]),
        CacheSize = "1.6",
        Tracing = true,
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stage_is_made_with_them_in_one_more_write()
    {
        await using var bench = await StartAsync();
        var stage = Stage() with { Settings = Some, Tags = Tags(("team", "ours")) };

        await bench.DeployAsync(Api, stage);

        Assert.Equal(5, bench.Calls.Writes.Count);
        Assert.Equal(stage.Text, await SaidAsync(bench, stage));
    }

    [Fact]
    public async Task All_that_changes_in_them_is_one_write()
    {
        await using var bench = await StartAsync();
        var before = Stage() with { Settings = Some };
        var after = before with
        {
            Description = "New",
            Settings = Some with
            {
                CacheSize = null,
                Tracing = false,
                Methods = new(
                [
                    new(StageSettingsSpec.AllMethods, MethodSettingsSpec.Default with { LoggingLevel = "INFO", DataTraceEnabled = true }),
                    new("POST /pets", MethodSettingsSpec.Default with { ThrottlingRateLimit = 1, ThrottlingBurstLimit = 1 }),
                ]),
            },
        };
        await bench.DeployAsync(Api, before);

        foreach (var (from, to) in new[] { (before, after), (after, before), (before, before with { Settings = StageSettingsSpec.None }) })
        {
            bench.Calls.Clear();
            await bench.Gateway.UpdateAsync(from, to, Cancelled);

            Assert.Single(bench.Calls.Writes);
            Assert.Equal(to.Text, await SaidAsync(bench, to));
        }
    }

    [Fact]
    public async Task A_key_that_somebody_spelled_otherwise_is_kept_and_no_second_one_is_made()
    {
        await using var bench = await StartAsync();
        await bench.DeployAsync(Api, Stage());
        await PatchAsync(bench, ("/pets/GET/throttling/rateLimit", "7"), ("/pets/GET/throttling/burstLimit", "9"));
        var live = await LiveAsync(bench);
        Assert.Equal(7, live.Settings!.Methods["GET /pets"].ThrottlingRateLimit);

        var wanted = live with { Settings = live.Settings with { Methods = new([new("GET /pets", live.Settings.Methods["GET /pets"] with { ThrottlingRateLimit = 8 })]) } };
        await bench.Gateway.UpdateAsync(live, wanted, Cancelled);

        Assert.Equal("pets/GET", Assert.Single((await GetAsync(bench)).MethodSettings).Key);
        Assert.Equal(wanted.Text, await SaidAsync(bench, wanted));
    }

    [Fact]
    public async Task Of_two_spellings_of_one_key_one_is_left()
    {
        await using var bench = await StartAsync();
        await bench.DeployAsync(Api, Stage());
        await PatchAsync(bench, ("/pets/GET/throttling/rateLimit", "7"));
        await PatchAsync(bench, ("/~1pets/GET/throttling/rateLimit", "8"));
        var live = await LiveAsync(bench);
        Assert.Equal(8, Assert.Single(live.Settings!.Methods).Value.ThrottlingRateLimit);

        await bench.Gateway.UpdateAsync(live, live with { Settings = live.Settings with { Methods = new([new("GET /pets", MethodSettingsSpec.Default)]) } }, Cancelled);

        Assert.Equal("~1pets/GET", Assert.Single((await GetAsync(bench)).MethodSettings).Key);
    }

    [Fact]
    public async Task What_the_portal_leaves_alone_stays_as_it_is()
    {
        await using var bench = await StartAsync();
        var stage = Stage();
        await bench.DeployAsync(Api, stage);
        await PatchAsync(bench, ("/*/*/metrics/enabled", "true"), ("/tracingEnabled", "true"));
        await TagAsync(bench, ("theirs", "1"));
        var before = (await LiveAsync(bench)).Text;

        await bench.Gateway.UpdateAsync(await LiveAsync(bench), stage with { Variables = new([new("more", "1")]), Tags = Tags(("team", "ours")) }, Cancelled);
        await bench.Gateway.UpdateAsync(await LiveAsync(bench), stage with { Tags = new([new("team", null)]) }, Cancelled);

        Assert.Equal(before, (await LiveAsync(bench)).Text);
    }

    [Fact]
    public async Task A_certificate_a_version_and_a_web_ACL_come_and_go()
    {
        await using var bench = await StartAsync();
        var none = Stage() with { Settings = StageSettingsSpec.None };
        await bench.DeployAsync(Api, none);
        var names = await ForeignClient.RunAsync(bench.Address, """
            gw, waf = client('apigateway', 'eu-west-1'), client('wafv2', 'eu-west-1')
            api = gw.get_rest_apis()['items'][0]['id']
            gw.create_documentation_version(restApiId=api, documentationVersion='7')
            acl = waf.create_web_acl(Name='front', Scope='REGIONAL', DefaultAction={'Allow': {}}, VisibilityConfig={'SampledRequestsEnabled': True, 'CloudWatchMetricsEnabled': True, 'MetricName': 'front'})
            print(gw.generate_client_certificate()['clientCertificateId'] + ' ' + acl['Summary']['ARN'])
            """);
        var some = none with { Settings = StageSettingsSpec.None with { ClientCertificate = names.Trim().Split(' ')[0], WebAcl = names.Trim().Split(' ')[1], DocumentationVersion = "7" } };

        foreach (var (from, to) in new[] { (none, some), (some, none) })
        {
            await bench.Gateway.UpdateAsync(from, to, Cancelled);
            Assert.Equal(to.Text, await SaidAsync(bench, to));
        }
    }

    [Fact]
    public async Task A_web_ACL_that_is_not_there_is_AWSs_to_refuse()
    {
        await using var bench = await StartAsync();
        var none = Stage() with { Settings = StageSettingsSpec.None };
        await bench.DeployAsync(Api, none);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.UpdateAsync(
            none, none with { Settings = StageSettingsSpec.None with { WebAcl = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/gone/a1b2" } }, Cancelled));

        Assert.Equal(("AssociateWebACL", "WAFNonexistentItemException"), (refused.Operation, refused.Code));
    }

    /// <summary>Logging needs a role of the account's.</summary>
    private static async Task<AwsBench> StartAsync()
    {
        var bench = await AwsBench.StartAsync();
        await ForeignClient.RunAsync(bench.Address, "client('apigateway', 'eu-west-1').update_account(patchOperations=[{'op': 'replace', 'path': '/cloudwatchRoleArn', 'value': 'arn:aws:iam::123456789012:role/logs'}])");

        return bench;
    }

    private static StageSpec Stage() => Given.Stage("s1", Api);

    private static SortedMap<string?> Tags(params (string Key, string Value)[] tags) => new(tags.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value)));

    private static async Task<StageSpec> LiveAsync(AwsBench bench) => (StageSpec)(await bench.ReadAsync(Api.Id, "s1")).Find(new Address(Kind.Stage, "s1"))!;

    private static async Task<string> SaidAsync(AwsBench bench, StageSpec said) => (await LiveAsync(bench)).AsFarAs(said).Text;

    private static async Task<string> RestApiIdAsync(AwsBench bench) => (await bench.Clients.Reading.GetRestApisAsync(new GetRestApisRequest(), Cancelled)).Items.Single().Id;

    private static async Task<GetStageResponse> GetAsync(AwsBench bench) =>
        await bench.Clients.Reading.GetStageAsync(new GetStageRequest { RestApiId = await RestApiIdAsync(bench), StageName = "s1" }, Cancelled);

    private static async Task PatchAsync(AwsBench bench, params (string Path, string Value)[] operations) => await bench.Clients.Writing.UpdateStageAsync(
        new UpdateStageRequest
        {
            RestApiId = await RestApiIdAsync(bench),
            StageName = "s1",
            PatchOperations = [.. operations.Select(operation => new PatchOperation { Op = Op.Replace, Path = operation.Path, Value = operation.Value })],
        },
        Cancelled);

    private static async Task TagAsync(AwsBench bench, (string Key, string Value) tag) => await bench.Clients.Writing.TagResourceAsync(
        new TagResourceRequest { ResourceArn = $"arn:aws:apigateway:eu-west-1::/restapis/{await RestApiIdAsync(bench)}/stages/s1", Tags = new() { [tag.Key] = tag.Value } }, Cancelled);
}
