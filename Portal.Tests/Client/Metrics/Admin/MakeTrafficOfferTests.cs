using Bunit;
using Portal.Client.Metrics.Admin;
using Portal.Shared.Metrics;

namespace Portal.Tests.Client.Metrics.Admin;

public sealed class MakeTrafficOfferTests : ScreenContext
{
    [Fact]
    public void One_click_makes_up_a_week()
    {
        Portal.On<MakeTraffic, MadeTraffic>(new MadeTraffic { Stages = 1, Calls = 14_000, IncidentFrom = null, IncidentTo = null });
        var heard = 0;
        var offer = Render<MakeTrafficOffer>(parameters => parameters.Add(offer => offer.OnMade, () => heard++));

        offer.Find("button").Click();

        Assert.Equal((7, 1), (Portal.Last<MakeTraffic>().Days, heard));
    }
}
