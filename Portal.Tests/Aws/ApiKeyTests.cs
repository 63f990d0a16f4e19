using System.Text.Json;
using Portal.Server.Gateway;
using Portal.Server.Keys;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>API keys of the adapter, against the sandbox.</summary>
public sealed class ApiKeyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_bears_our_mark_and_is_found_by_it()
    {
        await using var bench = await AwsBench.StartAsync();
        var key = Key();

        var id = await bench.Gateway.Keys.CreateAsync(key, Cancelled);
        await bench.Gateway.Keys.CreateAsync(Key(), Cancelled);

        Assert.Equal(id, await bench.Open().Keys.FindAsync(key.Id, Cancelled));
        Assert.Null(await bench.Open().Keys.FindAsync(Guid.NewGuid(), Cancelled));
        Assert.Equal(key.Value, (await bench.Clients.Reading.GetApiKeyAsync(new() { ApiKey = id, IncludeValue = true }, Cancelled)).Value);
    }

    [Fact]
    public async Task A_key_is_in_its_plan_until_it_is_taken_out()
    {
        await using var bench = await AwsBench.StartAsync();
        var key = Key();
        var (id, plan) = (await bench.Gateway.Keys.CreateAsync(key, Cancelled), await PlanAsync(bench));

        await bench.Gateway.Keys.PutIntoPlanAsync(key.Id, id, plan, Cancelled);
        await bench.Gateway.Keys.PutIntoPlanAsync(key.Id, id, plan, Cancelled);
        Assert.Equal(id, Assert.Single(await KeysOfAsync(bench, plan)));

        await bench.Gateway.Keys.TakeOutOfPlanAsync(id, plan, Cancelled);
        await bench.Gateway.Keys.TakeOutOfPlanAsync(id, plan, Cancelled);
        Assert.Empty(await KeysOfAsync(bench, plan));
    }

    [Fact]
    public async Task A_key_is_disabled_and_deleted_as_often_as_one_likes()
    {
        await using var bench = await AwsBench.StartAsync();
        var key = Key();
        var id = await bench.Gateway.Keys.CreateAsync(key, Cancelled);

        await bench.Gateway.Keys.DisableAsync(id, Cancelled);
        Assert.False((await bench.Clients.Reading.GetApiKeyAsync(new() { ApiKey = id }, Cancelled)).Enabled);

        await bench.Gateway.Keys.DeleteAsync(id, Cancelled);
        await bench.Gateway.Keys.DeleteAsync(id, Cancelled);
        await bench.Gateway.Keys.DisableAsync(id, Cancelled);
        Assert.Null(await bench.Gateway.Keys.FindAsync(key.Id, Cancelled));
    }

    [Fact]
    public async Task What_is_left_of_a_quota_is_set_and_read_by_day()
    {
        await using var bench = await AwsBench.StartAsync();
        var key = Key();
        var (id, plan) = (await bench.Gateway.Keys.CreateAsync(key, Cancelled), await PlanAsync(bench));
        await bench.Gateway.Keys.PutIntoPlanAsync(key.Id, id, plan, Cancelled);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        await bench.Gateway.Keys.SetRemainingAsync(id, plan, 7, Cancelled);
        var days = await bench.Gateway.ReadUsageAsync(id, plan, today.AddDays(-1), today.AddDays(1), Cancelled);

        // A day more on both sides, because midnight may pass in between.
        Assert.Contains(days, day => day is { Used: 0, Remaining: 7 });
        Assert.Equal([today.AddDays(-1), today, today.AddDays(1)], days.Select(day => day.Day));
    }

    [Fact]
    public async Task A_read_only_connection_takes_no_key()
    {
        await using var bench = await AwsBench.StartAsync();

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Open(writable: false).Keys.CreateAsync(Key(), Cancelled));

        Assert.Equal(GatewayRefusal.Denied, refused.Refusal);
    }

    [Fact]
    public async Task A_refusal_does_not_repeat_the_value()
    {
        await using var bench = await AwsBench.StartAsync();
        var key = Key();
        await bench.Gateway.Keys.CreateAsync(key, Cancelled);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.Keys.CreateAsync(key with { Id = Guid.NewGuid() }, Cancelled));

        Assert.DoesNotContain(key.Value, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key.Value, key.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key.Value, JsonSerializer.Serialize(bench.Calls.Writes), StringComparison.Ordinal);
    }

    private static NewKey Key() => new() { Id = Guid.CreateVersion7(), Description = "Shop app", Value = KeyValue.Make().Text };

    private static async Task<string> PlanAsync(AwsBench bench)
    {
        await bench.Gateway.CreateAsync(Given.UsagePlan("gold") with { Quota = new QuotaSpec { Limit = 100, Period = "DAY", Offset = 0 } }, Cancelled);

        return (await bench.Gateway.FindUsagePlanAsync("gold", Cancelled))!;
    }

    private static async Task<IEnumerable<string>> KeysOfAsync(AwsBench bench, string plan) =>
        (await bench.Clients.Reading.GetUsagePlanKeysAsync(new() { UsagePlanId = plan }, Cancelled)).Items.Select(item => item.Id);
}
