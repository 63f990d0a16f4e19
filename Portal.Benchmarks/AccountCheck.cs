using Portal.Tests.Sync;

namespace Portal.Benchmarks;

/// <summary>A quick drift check of a large account, with changes to some of it, under AWS's limits on a simulated clock: how near it comes to what the portal's share of them demands.</summary>
internal sealed class AccountCheck : Benchmark
{
    public override string Name => "account-check";

    public override string What => "Quick drift check of 600 APIs and a change to 100 of them under AWS's quotas, simulated: 1.15 x what the portal's share demands, no 429, a person waits under 1 s";

    public override Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        var check = LargeAccount.Check();
        var all = LargeAccount.CheckAndChange();

        // A refused call or a person who waits fails the budget as surely as time does.
        var isBroken = check.Refused + all.Refused > 0 || all.Waits.Max() >= 1;
        var measured = isBroken ? double.PositiveInfinity : Math.Max(check.Seconds / LargeAccount.DemandedForCheck, all.Seconds / LargeAccount.DemandedForAll);

        return Task.FromResult(new Result(Name, 1.15, measured, "x"));
    }
}
