using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync.Drift;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

/// <summary>A stage's settings, over HTTP: set, brought to AWS, rolled back, promoted, drifted.</summary>
public sealed class ChangeStageSetupTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly MethodSetup Plain = new()
    {
        RateLimit = null,
        BurstLimit = null,
        Logging = ExecutionLog.Off,
        DataTrace = false,
        Metrics = false,
        Caching = false,
        CacheTtl = 300,
        CacheEncrypted = false,
        CacheControlNeedsAuthorization = true,
        UnauthorizedCacheControl = CacheControlRefusal.SucceedWithHeader,
    };

    private static readonly StageSetup Nothing = new() { Methods = new Dictionary<string, MethodSetup>(), CacheSize = null, Tracing = false, ClientCertificate = null, DocumentationVersion = null, WebAcl = null };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_reach_AWS_by_a_change_set_of_their_own()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.DeployedAsync(publisher);

        var saved = await SaveAsync(publisher, stage, Limited(3), tags: new() { ["team"] = "ours" });
        Assert.True((await Pipeline.StageAsync(publisher, stage.Id)).SettingsAreAhead);
        var run = await ApplyAsync(publisher, stage);

        Assert.Equal(3, saved.Settings!.Methods["*/*"].RateLimit);
        var step = Assert.Single(run.Steps);
        Assert.Contains(step.Details, sentence => sentence.Contains("3 requests per second of all callers", StringComparison.Ordinal));
        Assert.Contains("Sets the tag team to ours.", step.Details);
        var live = await LiveAsync(publisher, stage);
        Assert.Equal((3.0, "ours"), (live.MethodSettings["*/*"].ThrottlingRateLimit, live.Tags["team"]));
        var after = await Pipeline.StageAsync(publisher, stage.Id);
        Assert.Equal((false, ReleaseCause.SetUp, 1), (after.SettingsAreAhead, after.Runs!.Cause, after.Runs.Revision));
    }

    [Fact]
    public async Task A_tag_that_is_not_wanted_any_more_goes_and_others_stay()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.DeployedAsync(publisher);
        await SaveAsync(publisher, stage, Nothing, tags: new() { ["team"] = "ours", ["stays"] = "1" });
        await ApplyAsync(publisher, stage);
        await MeddleAsync(publisher, stage, (gateway, place) => gateway.TagResourceAsync(new TagResourceRequest { ResourceArn = place.Arn, Tags = new() { ["theirs"] = "1" } }, Cancelled));

        await SaveAsync(publisher, stage, Nothing, tags: new() { ["stays"] = "1" });
        var run = await ApplyAsync(publisher, stage);

        Assert.Contains("Takes the tag team off (was ours).", Assert.Single(run.Steps).Details);
        Assert.Equal(["portal:id", "stays", "theirs"], (await LiveAsync(publisher, stage)).Tags.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_ran_before_comes_back_with_its_settings()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.DeployedAsync(publisher);
        await SaveAsync(publisher, stage, Limited(3));
        await ApplyAsync(publisher, stage);
        await SaveAsync(publisher, stage, Limited(9));
        await ApplyAsync(publisher, stage);

        await Pipeline.RollBackAsync(publisher, stage);

        Assert.Equal(3, (await LiveAsync(publisher, stage)).MethodSettings["*/*"].ThrottlingRateLimit);
        Assert.True((await Pipeline.StageAsync(publisher, stage.Id)).SettingsAreAhead);
    }

    [Fact]
    public async Task A_promotion_leaves_the_next_stage_its_own_unless_asked()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, prod) = (await Pipeline.StageAsync(publisher, api), await Pipeline.StageAsync(publisher, api, "prod"));
        await Pipeline.DeployAsync(publisher, dev);
        await SaveAsync(publisher, dev, Limited(3));
        await ApplyAsync(publisher, dev);
        await SaveAsync(publisher, prod, Limited(50));

        await PromoteAsync(publisher, dev, takeSettings: false);
        Assert.Equal(50, (await LiveAsync(publisher, prod)).MethodSettings["*/*"].ThrottlingRateLimit);
        var review = await publisher.Http.GetAsync<PromotionReview>($"/api/v1/stages/{dev.Id}/promotion");
        Assert.Contains(review.OtherSettings, sentence => sentence.Contains("3 requests per second", StringComparison.Ordinal));

        await PromoteAsync(publisher, dev, takeSettings: true);
        Assert.Equal(3, (await LiveAsync(publisher, prod)).MethodSettings["*/*"].ThrottlingRateLimit);
        Assert.Equal(3, (await ReadAsync(publisher, prod)).Settings!.Methods["*/*"].RateLimit);
    }

    [Fact]
    public async Task Settings_that_are_left_alone_are_shown_as_AWS_has_them_and_not_wiped()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.DeployedAsync(publisher);
        await SaveAsync(publisher, stage, null);
        await ApplyAsync(publisher, stage);
        await MeddleAsync(publisher, stage, (gateway, place) => TraceAsync(gateway, place, "true"));

        var shown = await ReadAsync(publisher, stage);
        await SaveAsync(publisher, stage, null, description: "New");
        await ApplyAsync(publisher, stage);

        Assert.Equal((false, true), (shown.IsKept, shown.Settings!.Tracing));
        Assert.True((await LiveAsync(publisher, stage)).TracingEnabled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_somebody_sets_there_is_taken_back_or_taken_over(bool restore)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.DeployedAsync(publisher);
        await SaveAsync(publisher, stage, Limited(3), tags: new() { ["team"] = "ours" });
        await ApplyAsync(publisher, stage);
        await MeddleAsync(publisher, stage, async (gateway, place) =>
        {
            await TraceAsync(gateway, place, "true");
            await gateway.UpdateStageAsync(new UpdateStageRequest { RestApiId = place.RestApiId, StageName = "dev", PatchOperations = [new PatchOperation { Op = Op.Replace, Path = "/description", Value = "theirs" }] }, Cancelled);
            await gateway.TagResourceAsync(new TagResourceRequest { ResourceArn = place.Arn, Tags = new() { ["team"] = "theirs" } }, Cancelled);
        });
        var found = await Meddler.CheckAsync(publisher, $"RestApi/{stage.ApiId}");
        Assert.Equal(["description of stage dev", "tag team of stage dev", "tracing of stage dev"], found.Select(finding => finding.PlaceName).Order(StringComparer.Ordinal));

        if (restore)
        {
            var restored = await publisher.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{found[0].Id}/restore", new { all = true }, HttpStatusCode.Created);
            await Pipeline.ApproveAsync(publisher, await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));
        }
        else
        {
            await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{found[0].Id}/take-over", new { all = true }, HttpStatusCode.OK);
        }

        var (live, ours) = (await LiveAsync(publisher, stage), await ReadAsync(publisher, stage));
        Assert.Equal((!restore, restore ? null : "theirs", restore ? "ours" : "theirs"), (live.TracingEnabled, string.IsNullOrEmpty(live.Description) ? null : live.Description, live.Tags["team"]));
        Assert.Equal((!restore, restore ? null : "theirs", restore ? "ours" : "theirs"), (ours.Settings!.Tracing, ours.Description, ours.Tags["team"]));
        Assert.Empty(await Meddler.CheckAsync(publisher, $"RestApi/{stage.ApiId}"));
    }

    [Fact]
    public async Task What_AWS_would_not_take_is_not_saved()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.DeployedAsync(publisher);
        var view = await ReadAsync(publisher, stage);

        var wrong = Nothing with
        {
            CacheSize = "3",
            ClientCertificate = "no such thing",
            WebAcl = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/cloudfront/1",
            Methods = new Dictionary<string, MethodSetup> { ["GET pets"] = Plain, ["GET /pets"] = Plain with { RateLimit = 1, CacheTtl = 4000 } },
        };
        var refusal = await publisher.Http.SendAsync(HttpMethod.Put, $"/api/v1/stages/{stage.Id}/settings", new { settings = wrong, description = "", accessLog = new { place = "Own", destinationArn = (string?)null, format = (string?)null }, tags = new Dictionary<string, string> { ["aws:x"] = "1" }, version = view.Version })
            .RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        var faults = string.Join('\n', refusal.Errors!.SelectMany(fault => fault.Value));
        Assert.All(new[] { "A cache has", "A client certificate", "is a regional one", "'GET pets':", "a rate and a burst are set together", "0 to 3600", "written down in a log group", "with $context.requestId", "'aws:x'" }, words => Assert.Contains(words, faults, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Routes_of_an_HTTP_API_are_limited_and_its_stage_is_tagged()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await HttpApiStagesTests.ApiAsync(publisher, backend));
        await Pipeline.DeployAsync(publisher, stage);
        Assert.Equal((Protocol.Http, true), ((await ReadAsync(publisher, stage)).Protocol, (await ReadAsync(publisher, stage)).IsKept));

        await SaveAsync(publisher, stage, Limited(2, "GET /pets/{petId}"), tags: new() { ["team"] = "ours" });
        var run = await ApplyAsync(publisher, stage);
        Assert.Equal(["Sets for GET /pets/{petId}: 2 requests per second of all callers with bursts of 10 (was the account's limit of the rate).", "Sets the tag team to ours."], Assert.Single(run.Steps).Details.Order(StringComparer.Ordinal));
        Assert.Empty(await Meddler.CheckAsync(publisher, $"HttpApi/{stage.ApiId}"));

        var statuses = new List<int>();
        for (var call = 0; call < 40; call++)
        {
            statuses.Add((await Pipeline.CallAsync(publisher, stage, "GET", "/pets/7")).Status);
        }

        Assert.Equal([200, 429], statuses.Distinct().Order());

        // The route goes, and with it what was set for it.
        var api = await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{stage.ApiId}");
        api = await Pipeline.AddRouteAsync(publisher, api, "/owners");
        await Pipeline.DeployAsync(publisher, stage);
        Assert.Equal(2, (await ReadAsync(publisher, stage)).Settings!.Methods["GET /pets/{petId}"].RateLimit);
        await SaveAsync(publisher, stage, Nothing);
        run = await ApplyAsync(publisher, stage);
        Assert.Contains("Takes the settings of GET /pets/{petId} away: those of all methods hold.", Assert.Single(run.Steps).Details);
        Assert.Empty(await Meddler.CheckAsync(publisher, $"HttpApi/{stage.ApiId}"));
    }

    [Fact]
    public async Task What_an_HTTP_API_does_not_have_is_refused_and_a_limit_of_all_routes_only_changes()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await HttpApiStagesTests.ApiAsync(publisher, backend));
        await Pipeline.DeployAsync(publisher, stage);

        var refusal = await TrySaveAsync(publisher, stage, Nothing with { Tracing = true, Methods = new Dictionary<string, MethodSetup> { ["send"] = Plain with { Logging = ExecutionLog.Error } } }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:not-of-this-kind");
        Assert.All(new[] { "'send' is no route", "web ACL are a REST API's", "no execution log" }, words => Assert.Contains(words, refusal.Detail, StringComparison.Ordinal));

        await SaveAsync(publisher, stage, Limited(3));
        await ApplyAsync(publisher, stage);
        await SaveAsync(publisher, stage, Limited(9));
        await TrySaveAsync(publisher, stage, Nothing).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:limit-stays");
    }

    private static StageSetup Limited(double rate, string method) => Nothing with { Methods = new Dictionary<string, MethodSetup> { [method] = Plain with { RateLimit = rate, BurstLimit = 10 } } };

    private static StageSetup Limited(double rate) => Limited(rate, "*/*");

    private static Task<StageSetupView> ReadAsync(Person person, StageView stage) => person.Http.GetAsync<StageSetupView>($"/api/v1/stages/{stage.Id}/settings");

    private static async Task<StageSetupView> SaveAsync(Person person, StageView stage, StageSetup? settings, Dictionary<string, string>? tags = null, string? description = null)
    {
        var view = await ReadAsync(person, stage);

        return await person.Http.PutAsync<StageSetupView>($"/api/v1/stages/{stage.Id}/settings", new { settings, description, accessLog = view.AccessLog, tags = tags ?? [], version = view.Version });
    }

    private static async Task<HttpResponseMessage> TrySaveAsync(Person person, StageView stage, StageSetup settings)
    {
        var view = await ReadAsync(person, stage);

        return await person.Http.SendAsync(HttpMethod.Put, $"/api/v1/stages/{stage.Id}/settings", new { settings, description = (string?)null, accessLog = view.AccessLog, tags = new Dictionary<string, string>(), version = view.Version });
    }

    private static async Task<RunView> ApplyAsync(Person person, StageView stage)
    {
        var proposed = await person.Http.PostAsync<ProposedDeployment>($"/api/v1/stages/{stage.Id}/settings/run", new { });
        var run = await person.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}");
        run = proposed.IsEmpty ? run : await Pipeline.ApproveAsync(person, run);
        Assert.True(run.State is RunState.Done, run.Outcome);

        return run;
    }

    private static async Task PromoteAsync(Person person, StageView from, bool takeSettings)
    {
        var proposed = await person.Http.PostAsync<ProposedDeployment>($"/api/v1/stages/{from.Id}/promote", new { takeSettings });
        var run = await Pipeline.ApproveAsync(person, await person.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}"));
        Assert.True(run.State is RunState.Done, run.Outcome);
    }

    private async Task<GetStageResponse> LiveAsync(Person person, StageView stage)
    {
        GetStageResponse live = null!;
        await MeddleAsync(person, stage, async (gateway, place) => live = await gateway.GetStageAsync(new GetStageRequest { RestApiId = place.RestApiId, StageName = stage.Name }, Cancelled));

        return live;
    }

    private async Task MeddleAsync(Person person, StageView stage, Func<AmazonAPIGatewayClient, StageAddressView, Task> deed)
    {
        var place = await Meddler.PlaceAsync(person, stage);
        await Meddler.MeddleAsync(portal, place, gateway => deed(gateway, place));
    }

    private static Task<UpdateStageResponse> TraceAsync(AmazonAPIGatewayClient gateway, StageAddressView place, string on) => gateway.UpdateStageAsync(
        new UpdateStageRequest { RestApiId = place.RestApiId, StageName = "dev", PatchOperations = [new PatchOperation { Op = Op.Replace, Path = "/tracingEnabled", Value = on }] }, Cancelled);
}
