using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.State;

namespace Portal.Tests.Sandbox.State;

public sealed class KeyUsageTests
{
    [Theory]
    [InlineData("DAY", 1)]
    [InlineData("WEEK", 2)]
    [InlineData("MONTH", 3)]
    public void What_is_left_is_the_limit_and_what_was_granted_without_what_was_used_in_the_period(string period, int seed)
    {
        Random random = new(seed);
        KeyUsage usage = new();
        QuotaSettings quota = new() { Limit = 40, Offset = 0, Period = period };
        DateOnly first = new(2026, 2, 20);
        Dictionary<DateOnly, long> changes = [];
        for (var i = 0; i < 5_000; i++)
        {
            // Mostly in order, now and then for a day that has passed.
            var day = first.AddDays((i / 100) - (random.Next(20) is 0 ? random.Next(5) : 0));
            var left = quota.Limit + changes.Where(change => change.Key >= quota.StartOfPeriod(day) && change.Key <= day).Sum(change => change.Value);
            if (random.Next(50) is 0)
            {
                var wanted = random.Next(60);
                usage.SetRemaining(quota, day, wanted);
                changes[day] = changes.GetValueOrDefault(day) + wanted - left;
            }
            else
            {
                Assert.Equal(left > 0, usage.TryCount(quota, day));
                changes[day] = changes.GetValueOrDefault(day) - (left > 0 ? 1 : 0);
            }
        }
    }
}
