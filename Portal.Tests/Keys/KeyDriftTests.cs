using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Sync.Drift;
using Portal.Shared.Keys;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Stages;
using Portal.Tests.Sync.Bundles;
using Portal.Tests.Sync.Drift;

namespace Portal.Tests.Keys;

/// <summary>What somebody does in AWS to a key that the portal issued, and what a person does about it.</summary>
public sealed class KeyDriftTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_was_disabled_is_found_and_works_again_after_a_change_set()
    {
        var (_, plan, key, value) = await IssuedAsync("Disabled");
        Assert.Empty(await CheckAsync(plan));
        await MeddleAsync(key, (aws, id) => aws.UpdateApiKeyAsync(new UpdateApiKeyRequest { ApiKey = id, PatchOperations = [new() { Op = Op.Replace, Path = "/enabled", Value = "false" }, new() { Op = Op.Replace, Path = "/description", Value = "Mine" }] }, Cancelled));

        var found = await CheckAsync(plan);

        Assert.Equal([$"description of API key Disabled, …{key.LastFour}", $"whether API key Disabled, …{key.LastFour} is enabled"], found.Select(finding => finding.PlaceName).Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.Equal((plan.Name, DriftLook.Full), (finding.SubjectName, finding.FoundBy)));
        Assert.All(found, finding => Assert.Equal([FindingAction.Restore, FindingAction.TakeOver, FindingAction.Ignore], finding.Actions));
        await WitnessedAsync(found[0], "UpdateApiKey");
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(value));

        var restored = await portal.Publisher.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{found[0].Id}/restore", new { all = true });
        var proposed = await portal.Publisher.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}");
        Assert.Contains("Enables it: calls with it are let in again.", Assert.Single(proposed.Steps).Details);
        var run = await Pipeline.ApproveAsync(portal.Publisher, proposed);

        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Empty(await CheckAsync(plan));
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(value));
    }

    [Fact]
    public async Task One_that_was_taken_out_of_its_plan_is_put_back()
    {
        var (_, plan, key, value) = await IssuedAsync("Out");
        await MeddleAsync(key, async (aws, id) =>
        {
            var plans = await aws.GetUsagePlansAsync(new GetUsagePlansRequest { KeyId = id }, Cancelled);
            await aws.DeleteUsagePlanKeyAsync(new DeleteUsagePlanKeyRequest { KeyId = id, UsagePlanId = Assert.Single(plans.Items).Id }, Cancelled);
        });

        var finding = Assert.Single(await CheckAsync(plan));
        Assert.Equal($"place in its plan of API key Out, …{key.LastFour}", finding.PlaceName);
        await WitnessedAsync(finding, "DeleteUsagePlanKey");
        var restored = await portal.Publisher.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{finding.Id}/restore", new { });

        // It is a change set as any other, and so part of a bundle as any other.
        var bundle = await Bundling.ApproveAsync(portal.Publisher, await Bundling.ProposeAsync(portal.Publisher, $"Run/{restored.RunId}"));
        Assert.Equal(PartState.Done, Assert.Single(bundle.Items).State);
        Assert.Empty(await CheckAsync(plan));
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(value));
    }

    [Fact]
    public async Task One_that_was_deleted_cannot_be_brought_back_and_is_taken_over_as_revoked()
    {
        var (_, plan, key, _) = await IssuedAsync("Deleted");
        await MeddleAsync(key, (aws, id) => aws.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = id }, Cancelled));

        var finding = Assert.Single(await CheckAsync(plan));
        Assert.Equal(DriftSort.Missing, finding.Sort);
        Assert.Equal([FindingAction.TakeOver, FindingAction.Ignore], finding.Actions);
        Assert.Contains("nobody keeps its value", Assert.Single(finding.Words), StringComparison.Ordinal);
        await WitnessedAsync(finding, "DeleteApiKey");
        var taken = await portal.Publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{finding.Id}/take-over", new { }, HttpStatusCode.OK);
        await portal.AgeAsync(key);
        await portal.TendAsync();

        Assert.Contains("is revoked", Assert.Single(taken.Sentences), StringComparison.Ordinal);
        Assert.Empty(await CheckAsync(plan));
        Assert.Equal(ApiKeyState.Revoked, await portal.ReadAsync(db => db.Set<Portal.Server.Keys.ApiKey>().Where(row => row.Id == key.Id).Select(row => row.State).SingleAsync(Cancelled)));
    }

    [Fact]
    public async Task One_that_the_portal_did_not_issue_is_found_and_can_be_ignored_alone()
    {
        var (_, plan, key, _) = await IssuedAsync("Beside");
        await MeddleAsync(key, async (aws, id) =>
        {
            var plans = await aws.GetUsagePlansAsync(new GetUsagePlansRequest { KeyId = id }, Cancelled);
            var foreign = await aws.CreateApiKeyAsync(new CreateApiKeyRequest { Name = "theirs", Enabled = true }, Cancelled);
            await aws.CreateUsagePlanKeyAsync(new CreateUsagePlanKeyRequest { KeyId = foreign.Id, KeyType = "API_KEY", UsagePlanId = Assert.Single(plans.Items).Id }, Cancelled);
        });

        var finding = Assert.Single(await CheckAsync(plan));

        Assert.Equal((DriftSort.Beside, $"the key theirs of usage plan {plan.Name}"), (finding.Sort, finding.PlaceName));
        Assert.Equal([FindingAction.Ignore], finding.Actions);
        await WitnessedAsync(finding, "CreateUsagePlanKey");
    }

    [Fact]
    public async Task A_tag_that_somebody_put_on_is_found_and_taken_off_again()
    {
        var (_, plan, key, _) = await IssuedAsync("Tagged");
        Assert.Empty(await CheckAsync(plan));
        await MeddleAsync(key, (aws, id) => aws.TagResourceAsync(new TagResourceRequest { ResourceArn = $"arn:aws:apigateway:us-east-1::/apikeys/{id}", Tags = new() { ["cost-centre"] = "7" } }, Cancelled));

        var finding = Assert.Single(await CheckAsync(plan));
        Assert.Equal($"tag cost-centre of API key Tagged, …{key.LastFour}", finding.PlaceName);
        await WitnessedAsync(finding, "TagResource");
        var restored = await portal.Publisher.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{finding.Id}/restore", new { });
        var run = await Pipeline.ApproveAsync(portal.Publisher, await portal.Publisher.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));

        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Contains("Takes the tag cost-centre off (was 7).", Assert.Single(run.Steps).Details);
        Assert.Empty(await CheckAsync(plan));
    }

    [Fact]
    public async Task What_the_portal_does_to_a_key_is_no_drift()
    {
        var (developer, plan, key, _) = await IssuedAsync("Ours");
        Assert.Empty(await CheckAsync(plan));

        var second = await KeysPortal.RotateAsync(developer, key);
        Assert.Empty(await CheckAsync(plan));
        await KeysPortal.RevokeAsync(developer, second.Key);
        Assert.Empty(await CheckAsync(plan));
    }

    private async Task<(Person Developer, UsagePlanView Plan, ApiKeyView Key, string Value)> IssuedAsync(string app)
    {
        var developer = await portal.DeveloperAsync();
        var plan = await portal.OfferAsync(Availability.Open);
        var issued = await portal.RequestAsync(developer, plan, app);

        // CloudTrail tells times by the second: what comes is not of the same one as what the portal did.
        await portal.ReadAsync(db => db.Set<AppliedSpec>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.At, DateTimeOffset.UtcNow.AddHours(-1)), Cancelled));

        return (developer, plan, issued.Key, issued.Value!);
    }

    /// <summary>CloudTrail is asked after the check has ended, and names the operation that named the key.</summary>
    private async Task WitnessedAsync(FindingView finding, string operation)
    {
        while (finding.WhoNote is null)
        {
            finding = await portal.Publisher.Http.GetAsync<FindingView>($"/api/v1/drift/{finding.Id}");
        }

        Assert.Equal((true, operation), (finding.Who is not null, finding.WhoNote));
    }

    private Task<IReadOnlyList<FindingView>> CheckAsync(UsagePlanView plan) => Meddler.CheckAsync(portal.Publisher, $"UsagePlan/{plan.Id}");

    private async Task MeddleAsync(ApiKeyView key, Func<AmazonAPIGatewayClient, string, Task> deed)
    {
        var place = await portal.Publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{portal.Stage.Id}/address");
        await Meddler.MeddleAsync(portal, place, async aws =>
        {
            var keys = await aws.GetApiKeysAsync(new GetApiKeysRequest { NameQuery = $"portal-{key.Id}" }, Cancelled);
            await deed(aws, Assert.Single(keys.Items).Id);
        });
    }
}
