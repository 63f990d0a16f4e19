namespace Portal.Tests.Sync;

/// <summary>Of domain names, public and private, which take the most calls.</summary>
public sealed class WireFaultStormOfNamesTests(WireAccount account) : WireFaultStorm(account), IClassFixture<WireAccount>
{
    public static TheoryData<string> Stories => [.. WireStory.Names.Intersect(WireStory.OfDomainNames)];

    [Theory]
    [MemberData(nameof(Stories))]
    public Task A_run_in_a_storm_ends_as_approved_or_says_what_a_person_must_do(string story) => WeatherAsync(story);
}
