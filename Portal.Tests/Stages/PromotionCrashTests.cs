using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Stages;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Sync;

namespace Portal.Tests.Stages;

/// <summary>The process is killed while a promotion runs, at every call and every command to the database: the stage is where it was or where it should be, and then where it should be.</summary>
public sealed class PromotionCrashTests
{
    private static readonly Guid DevId = Guid.CreateVersion7();
    private static readonly Guid ProdId = Guid.CreateVersion7();

    [Fact]
    public async Task A_promotion_that_is_cut_anywhere_ends_as_approved()
    {
        var (calls, commands) = await TellAsync(0, 0, 0);

        for (var cut = 1; cut <= calls; cut++)
        {
            await TellAsync(cut, 0, 0);
            await TellAsync(0, cut, 0);
        }

        for (var cut = 1; cut <= commands; cut++)
        {
            await TellAsync(0, 0, cut);
        }

        Assert.True(calls >= 3 && commands >= 8, $"{calls} calls, {commands} commands");
    }

    private static async Task<(int Calls, int Commands)> TellAsync(int beforeCall, int afterCall, int beforeCommand)
    {
        using var world = await World.NewAsync();
        var (was, becomes) = await FilledAsync(world);
        var run = (await world.InScopeAsync(services => services.GetRequiredService<IChangeRuns>().StartAsync(Proposal(world, becomes), World.Cancelled))).Value.Id;

        var calls = 0;
        world.StartProcess();
        world.Life.LastCommand = beforeCommand;
        world.Gateway.Before = _ => EndIf(world, ++calls == beforeCall);
        world.Gateway.After = _ => EndIf(world, calls == afterCall);
        var end = await Record.ExceptionAsync(() => world.ApplyAsync(run));
        var counted = (calls, world.Life.Commands);

        if (beforeCall + afterCall + beforeCommand > 0)
        {
            Assert.IsType<CutException>(end?.GetBaseException());
            world.StartProcess();
            world.Gateway.Before = world.Gateway.After = _ => { };
            Assert.Contains(Served(world), new[] { was, becomes });
            Assert.Equal(was, await RunsAsync(world));
            await world.ApplyAsync(run);
        }

        Assert.Equal((RunState.Done, becomes, becomes), ((await world.ViewAsync(run)).State, Served(world), await RunsAsync(world)));
        Assert.Equal(2, await world.ReadAsync(db => db.Set<Release>().CountAsync(release => release.StageId == ProdId, World.Cancelled)));
        Assert.Equal(PromotionOutcome.Done, (await world.ReadAsync(db => db.Set<Promotion>().SingleAsync(World.Cancelled))).Outcome);

        return counted;
    }

    private static void EndIf(World world, bool here)
    {
        if (here)
        {
            world.Life.End();
        }

        world.Life.Check();
    }

    private static string? Served(World world) => world.Gateway.State.Specs.OfType<StageSpec>().Single(stage => stage.Id == ProdId.ToString()).Deployment;

    private static Task<string> RunsAsync(World world) => world.ReadAsync(db => (
        from stage in db.Set<Stage>()
        where stage.Id == ProdId
        join release in db.Set<Release>() on stage.ReleaseId equals release.Id
        select release.Deployment).SingleAsync(World.Cancelled));

    /// <summary>dev runs the newer of two deployments, prod the older.</summary>
    private static async Task<(string Was, string Becomes)> FilledAsync(World world)
    {
        var (older, newer) = (World.Deployed(1), World.Deployed(2));
        var (was, becomes) = (older[1].Address.Id, newer[1].Address.Id);
        world.Gateway.Holding([newer[0], older[1], newer[1], Spec(DevId, "dev", becomes), Spec(ProdId, "prod", was)]);

        await world.ReadAsync(async db =>
        {
            var api = new Api
            {
                Id = Guid.CreateVersion7(),
                TeamId = world.Operator.Teams[0],
                Name = "Shop",
                AwsName = "shop",
                Description = "",
                Protocol = Protocol.Rest,
                EndpointType = EndpointType.Regional,
                Status = ApiStatus.Published,
                LatestRevision = 1,
                CreatedAt = world.Clock.GetUtcNow(),
                UpdatedAt = world.Clock.GetUtcNow(),
            };
            var (dev, prod) = (Stage(world, api.Id, DevId, "dev", 0), Stage(world, api.Id, ProdId, "prod", 1));
            db.AddRange(api, dev, prod);
            await db.SaveChangesAsync(World.Cancelled);
            db.AddRange(Release(world, dev, becomes), Release(world, prod, was));

            return await db.SaveChangesAsync(World.Cancelled);
        });

        return (was, becomes);
    }

    private static StageSpec Spec(Guid id, string name, string deployment) =>
        new(id.ToString()) { Api = "shop", Name = name, Deployment = deployment, Description = null, Variables = SortedMap<string>.Empty, AccessLog = null };

    private static Stage Stage(World world, Guid api, Guid id, string name, int position) =>
        new() { Id = id, ApiId = api, ConnectionId = world.Connection, Name = name, Position = position, Variables = [], CreatedAt = world.Clock.GetUtcNow() };

    private static Release Release(World world, Stage stage, string deployment)
    {
        var release = new Release
        {
            Id = Guid.CreateVersion7(),
            StageId = stage.Id,
            RevisionId = Guid.CreateVersion7(),
            Deployment = deployment,
            Variables = [],
            RunId = Guid.CreateVersion7(),
            Cause = ReleaseCause.Deployed,
            FromStageId = null,
            Restores = null,
            By = world.Operator.Id,
            At = world.Clock.GetUtcNow(),
        };
        stage.ReleaseId = release.Id;

        return release;
    }

    private static Proposal Proposal(World world, string deployment) => world.Proposal(Spec(ProdId, "prod", deployment)) with
    {
        Scope = GatewayScope.OfApi(world.Connection, "shop", ProdId.ToString()),
        LeavesTheRest = true,
        Reference = new DeploymentReference
        {
            Stage = ProdId,
            Revision = Guid.CreateVersion7(),
            Deployment = deployment,
            Variables = [],
            Promotes = new PromotedRelease(DevId, Guid.CreateVersion7()),
        }.ToText(),
    };
}
