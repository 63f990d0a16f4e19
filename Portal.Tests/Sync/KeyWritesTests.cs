using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

public sealed class KeyWritesTests
{
    private const string Value = "portalkey00000000000000000000000000000001";

    private static readonly Guid Plan = Guid.CreateVersion7();
    private static readonly NewKey Key = new() { Id = Guid.CreateVersion7(), Description = "Shop app", Value = Value };

    [Fact]
    public async Task A_key_is_made_and_put_into_its_plan()
    {
        using var world = await WorldAsync();

        var outcome = await IssueAsync(world);

        Assert.Equal(["CreateApiKey", "CreateUsagePlanKey"], world.Gateway.Writes);
        Assert.Equal(new KeyOutcome.Done("aws-1"), outcome);
        Assert.Equal(($"aws-{Plan}", Value, true), (Held(world).Plan, Held(world).Value, Held(world).Enabled));
    }

    [Fact]
    public async Task Without_its_plan_no_key_is_made()
    {
        using var world = await World.NewAsync();

        var refused = Assert.IsType<KeyOutcome.Refused>(await IssueAsync(world));

        Assert.True(refused.IsClean);
        Assert.Contains("does not exist", refused.Why, StringComparison.Ordinal);
        Assert.Empty(world.Gateway.Writes);
    }

    [Theory]
    [InlineData("CreateApiKey")]
    [InlineData("CreateUsagePlanKey")]
    public async Task Too_many_requests_are_waited_for(string call)
    {
        using var world = await WorldAsync();
        Refuse(world, call, GatewayRefusal.Passing, times: 2);

        Assert.IsType<KeyOutcome.Done>(await IssueAsync(world));
        Assert.Single(world.Gateway.Keys.Held);
    }

    [Theory]
    [InlineData("CreateApiKey")]
    [InlineData("CreateUsagePlanKey")]
    public async Task What_is_refused_leaves_nothing_behind(string call)
    {
        using var world = await WorldAsync();
        Refuse(world, call, GatewayRefusal.Final, times: 1);

        Assert.True(Assert.IsType<KeyOutcome.Refused>(await IssueAsync(world)).IsClean);
        Assert.Empty(world.Gateway.Keys.Held);
    }

    [Fact]
    public async Task A_creation_without_an_answer_is_looked_for_and_not_repeated()
    {
        using var world = await WorldAsync();
        world.Gateway.After = call => Throw(call is "CreateApiKey", GatewayRefusal.Unknown);

        Assert.IsType<KeyOutcome.Done>(await IssueAsync(world));
        Assert.Equal(["CreateApiKey", "CreateUsagePlanKey"], world.Gateway.Writes);
    }

    [Fact]
    public async Task Where_nobody_can_know_somebody_has_to_look_again()
    {
        using var world = await WorldAsync();
        Refuse(world, "CreateApiKey", GatewayRefusal.Unknown, times: 100);

        Assert.False(Assert.IsType<KeyOutcome.Refused>(await IssueAsync(world)).IsClean);
    }

    [Fact]
    public async Task A_key_is_disabled_and_taken_out_of_its_plan_and_then_deleted_found_by_its_mark()
    {
        using var world = await WorldAsync();
        await IssueAsync(world);
        var place = Place(world);

        await WritesAsync(world, writes => writes.DisableAsync(place, World.Cancelled));
        Assert.Equal((false, null), (Held(world).Enabled, Held(world).Plan));

        await WritesAsync(world, writes => writes.DeleteAsync(place, World.Cancelled));
        Assert.Empty(world.Gateway.Keys.Held);
        Assert.Equal(new KeyOutcome.Done(null), await WritesAsync(world, writes => writes.DeleteAsync(place, World.Cancelled)));
    }

    private static async Task<World> WorldAsync()
    {
        var world = await World.NewAsync();
        world.Gateway.Holding(Given.UsagePlan(Plan.ToString()));

        return world;
    }

    private static MemoryKey Held(World world) => Assert.Single(world.Gateway.Keys.Held).Value;

    private static KeyPlace Place(World world) => new() { Connection = world.Connection, Plan = Plan, Key = Key.Id, AwsId = null };

    private static Task<KeyOutcome> IssueAsync(World world) => WritesAsync(world, writes => writes.IssueAsync(Place(world), Key, World.Cancelled));

    private static Task<KeyOutcome> WritesAsync(World world, Func<IKeyWrites, Task<KeyOutcome>> write) => world.InScopeAsync(services => write(services.GetRequiredService<IKeyWrites>()));

    private static void Refuse(World world, string call, GatewayRefusal refusal, int times) => world.Gateway.Before = made => Throw(made == call && times-- > 0, refusal);

    private static void Throw(bool here, GatewayRefusal refusal)
    {
        if (here)
        {
            throw World.Refusal(refusal);
        }
    }
}
