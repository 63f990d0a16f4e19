using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Identity;
using Portal.Server.Keys;
using Portal.Server.Plans;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Plans;
using Portal.Tests.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Keys;

/// <summary>The process is killed while a key is issued or rotated, at every call and before every command to the database: after the next start no key lives that nobody has seen.</summary>
public sealed class KeyCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_key_lives_that_nobody_has_seen(bool rotates)
    {
        var (calls, commands) = await TellAsync(rotates, 0, 0, 0);

        for (var cut = 1; cut <= calls; cut++)
        {
            await TellAsync(rotates, cut, 0, 0);
            await TellAsync(rotates, 0, cut, 0);
        }

        for (var cut = 1; cut <= commands; cut++)
        {
            await TellAsync(rotates, 0, 0, cut);
        }

        Assert.True(calls >= 2 && commands >= 5, $"{calls} calls, {commands} commands");
    }

    [Fact]
    public async Task Who_does_not_wait_for_it_any_more_has_no_key()
    {
        using var world = await World.NewAsync();
        var subscription = await FilledAsync(world);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(World.Cancelled);
        world.Gateway.After = call => CancelAt(call is "CreateUsagePlanKey", gone);

        await Assert.ThrowsAsync<OperationCanceledException>(() => IssueAsync(world, subscription, gone.Token));

        Assert.Empty(world.Gateway.Keys.Held);
        Assert.Equal(ApiKeyState.Failed, Assert.Single(await KeysAsync(world)).State);
        world.Gateway.After = _ => { };
        Assert.NotNull((await IssueAsync(world, subscription, World.Cancelled)).Value.Value);
    }

    private static async Task<(int Calls, int Commands)> TellAsync(bool rotates, int beforeCall, int afterCall, int beforeCommand)
    {
        using var world = await World.NewAsync();
        var subscription = await FilledAsync(world);
        var seen = new List<string>();

        if (rotates)
        {
            seen.Add((await IssueAsync(world, subscription, World.Cancelled)).Value.Value);
        }

        var old = (await KeysAsync(world)).SingleOrDefault();
        var calls = 0;
        world.StartProcess();
        world.Life.LastCommand = beforeCommand;
        world.Gateway.Before = _ => EndIf(world, ++calls == beforeCall);
        world.Gateway.After = _ => EndIf(world, calls == afterCall);
        var end = await Record.ExceptionAsync(async () => seen.Add((await (old is null ? IssueAsync(world, subscription, World.Cancelled) : RotateAsync(world, old))).Value.Value));
        var counted = (calls, world.Life.Commands);

        if (beforeCall + afterCall + beforeCommand > 0)
        {
            Assert.IsType<CutException>(end?.GetBaseException());
        }

        world.StartProcess();
        world.Gateway.Before = world.Gateway.After = _ => { };
        await TendAsync(world, world.Clock.GetUtcNow());
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await TendAsync(world, null);

        var keys = await KeysAsync(world);
        Assert.Equal(seen.Order(), world.Gateway.Keys.Held.Values.Select(key => key.Value).Order());
        Assert.All(world.Gateway.Keys.Held.Values, key => Assert.True(key.Enabled));
        Assert.Equal(seen.Count, keys.Count(key => key.State.Works()));
        Assert.DoesNotContain(keys, key => key.State is ApiKeyState.Issuing);
        Assert.Equal(old?.LastFour, rotates ? keys.Single(key => key.Id == old!.Id && key.State.Works()).LastFour : null);

        // Whatever was cut: one key can be had for the subscription, by issuing or rotating it.
        var current = keys.SingleOrDefault(key => key.CurrentOf == subscription);
        Assert.True(current is null or { State: ApiKeyState.Approved or ApiKeyState.Active });

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

    private static void CancelAt(bool here, CancellationTokenSource source)
    {
        if (here)
        {
            source.Cancel();
        }
    }

    private static async Task<Answer<IssuedApiKey>> IssueAsync(World world, Guid subscription, CancellationToken cancellationToken) => await world.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<IssueApiKeyHandler>(services).HandleAsync(new IssueApiKey { SubscriptionId = subscription }, world.Operator, cancellationToken));

    private static async Task<Answer<IssuedApiKey>> RotateAsync(World world, ApiKey key) => await world.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<RotateApiKeyHandler>(services).HandleAsync(new RotateApiKey { Id = key.Id }, world.Operator, World.Cancelled));

    private static Task<int> TendAsync(World world, DateTimeOffset? cutBefore) => world.InScopeAsync(services => services.GetRequiredService<KeyTender>().TendAsync(cutBefore, World.Cancelled));

    private static Task<List<ApiKey>> KeysAsync(World world) => world.ReadAsync(db => db.Set<ApiKey>().AsNoTracking().ToListAsync(World.Cancelled));

    /// <summary>A developer's app that is subscribed to a plan in AWS.</summary>
    private static async Task<Guid> FilledAsync(World world)
    {
        var now = world.Clock.GetUtcNow();
        var plan = new UsagePlan
        {
            Id = Guid.CreateVersion7(),
            TeamId = world.Operator.Teams[0],
            ConnectionId = world.Connection,
            Name = "Gold",
            Description = "",
            QuotaLimit = 100,
            QuotaPeriod = QuotaPeriod.Day,
            CreatedAt = now,
            UpdatedAt = now,
            UpdatedBy = world.Operator.Id,
        };
        var developer = new User { Id = world.Operator.Id, DisplayName = "Dev", Roles = Role.Developer, CreatedAt = now };
        var app = new App { Id = Guid.CreateVersion7(), OwnerId = developer.Id, Name = "App", Description = "", CreatedAt = now };
        var subscription = new Subscription { Id = Guid.CreateVersion7(), AppId = app.Id, PlanId = plan.Id, State = SubscriptionState.Approved, RequestedAt = now };
        world.Gateway.Holding(Given.UsagePlan(plan.Id.ToString()));

        await world.ReadAsync(db =>
        {
            db.AddRange(plan, developer, app, subscription);

            return db.SaveChangesAsync(World.Cancelled);
        });

        return subscription.Id;
    }
}
