namespace Portal.Tests.Sync;

/// <summary>What <see cref="LargeAccountTests"/> computes, done: every call goes by the real adapter over HTTP to a sandbox that enforces AWS's quotas.</summary>
public sealed class QuotaAccountTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_check_of_600_APIs_with_and_without_changes_to_100_takes_what_the_portals_share_demands_and_nobody_is_refused()
    {
        await using var account = await QuotaAccount.StartAsync();

        Hold(await account.RunAsync(withChanges: false), changes: 0);
        Hold(await account.RunAsync(withChanges: true), QuotaAccount.Changed);
    }

    private void Hold(QuotaRun run, int changes)
    {
        output.WriteLine($"{run.Calls.Values.Sum()} calls in {run.Seconds:0} s, {run.Demanded:0} s demanded; a person waited {run.Waits.Max():0.00} s at most. {string.Join(", ", run.Calls)}");
        Assert.Empty(run.RefusedCalls);
        Assert.InRange(run.Seconds, 0, 1.15 * run.Demanded);
        Assert.InRange(run.Waits.Max(), 0, 1);
        Assert.Equal(changes, run.Calls.GetValueOrDefault("CreateDeployment"));
        Assert.Equal(QuotaAccount.Apis + (2 * changes), run.Calls["GetResources"]);
    }
}
