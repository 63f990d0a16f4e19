namespace Portal.Tests.Sync;

public sealed class LargeAccountTests
{
    [Fact]
    public void A_quick_check_of_600_APIs_takes_what_the_portals_share_demands_and_no_call_is_refused()
    {
        var sweep = LargeAccount.Check();

        Assert.Equal(0, sweep.Refused);
        Assert.Equal((LargeAccount.Apis * 3) + sweep.Waits.Count, sweep.Calls);
        Assert.InRange(sweep.Seconds, 0, 1.15 * LargeAccount.DemandedForCheck);
    }

    [Fact]
    public void With_changes_to_100_of_them_besides_it_still_does_and_a_person_waits_less_than_a_second()
    {
        var sweep = LargeAccount.CheckAndChange();

        Assert.Equal(0, sweep.Refused);
        Assert.InRange(sweep.Seconds, 0, 1.15 * LargeAccount.DemandedForAll);
        Assert.True(sweep.Waits.Count > 15);
        Assert.InRange(sweep.Waits.Max(), 0, 1);
    }
}
