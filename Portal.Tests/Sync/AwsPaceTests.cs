using Portal.Server.Gateway;
using Portal.Server.Sync;

namespace Portal.Tests.Sync;

public sealed class AwsPaceTests
{
    public static TheoryData<string> Stories => [.. WireStory.Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public void What_a_change_waits_for_has_a_pause(string name)
    {
        var story = WireStory.Of(name, Guid.Empty, new Prepared("acl", "certificate", ["restapis/abc"]));

        Assert.All(Differ.Compare(new GatewayState(story.Before), new GatewayState(story.After)).Changes.SelectMany(AwsPace.CallsOf), call => Assert.True(AwsPace.PauseOf(call) > TimeSpan.Zero, call));
    }

    /// <summary>AWS has no limit of its own for UpdateApiKey.</summary>
    [Fact]
    public void A_change_of_a_key_waits_for_nothing_of_its_own()
    {
        var key = ApiKeySpec.Issued("key", "plan", "abc", "Shop app");

        Assert.Empty(AwsPace.CallsOf(new Change.Update(key with { Enabled = false }, key)));
    }
}
