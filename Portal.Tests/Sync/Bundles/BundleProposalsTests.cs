using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Server.Sync.Bundles;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Stages;

namespace Portal.Tests.Sync.Bundles;

public sealed class BundleProposalsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_killed_process_left_is_gone_on_with_and_stands_once()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var bundle = await Bundling.ProposeAsync(person, $"UsagePlan/{(await Selling.PlanAsync(person)).Id}", $"UsagePlan/{(await Selling.PlanAsync(person)).Id}");
        var earlier = bundle.Items[1].RunId!.Value;

        // The run stood, and the process was killed before that was written down.
        await InDbAsync(db => db.Set<BundleItem>().Where(item => item.BundleId == bundle.Id && item.Ordinal == 1)
            .ExecuteUpdateAsync(rows => rows.SetProperty(item => item.State, BundleItemState.Waiting).SetProperty(item => item.RunId, (Guid?)null), Cancelled));
        await portal.Services.GetRequiredService<BundleProposals>().GoAsync(Cancelled);

        var now = await Bundling.ReadAsync(person, bundle.Id);
        Assert.Equal(bundle.Items[0].RunId, now.Items[0].RunId);
        Assert.NotEqual(earlier, now.Items[1].RunId);
        Assert.Equal(2, now.Approvable);
        Assert.Equal(RunState.Superseded, (await person.Http.GetAsync<RunView>($"/api/v1/runs/{earlier}")).State);
    }

    [Fact]
    public async Task Who_may_not_any_more_has_nothing_proposed_in_their_name()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var colleague = await portal.PersonAsync(Role.Operator, person.Team);
        var api = await Catalog.Given.ApiAsync(person);
        var (dev, prod) = (await Pipeline.StageAsync(person, api), await Pipeline.StageAsync(person, api, "prod"));
        var bundle = await Bundling.ProposeAsync(person, $"Stage/{dev.Id}", $"Stage/{prod.Id}");
        await InDbAsync(db => db.Set<User>().Where(user => user.Id == person.Id).ExecuteUpdateAsync(rows => rows.SetProperty(user => user.Suspended, true), Cancelled));
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Permissions>().Forget(person.Id);
        }

        var then = await Bundling.ApproveAsync(colleague, await Bundling.ReadAsync(colleague, bundle.Id));

        Assert.Equal([PartState.Done, PartState.NotProposed], then.Items.Select(item => item.State));
        Assert.StartsWith("Who wanted it may not propose changes any more.", then.Items[1].Why, StringComparison.Ordinal);
    }

    private async Task InDbAsync(Func<PortalDb, Task> deed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await deed(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }
}
