using Bunit;
using Portal.Client.Connections.Admin;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Tests.Client.Connections.Admin;

public sealed class ConnectionPageTests : ScreenContext
{
    private static readonly HeadroomView Headroom = new()
    {
        Quotas =
        [
            new() { What = "API keys", Used = 8_000, Limit = 10_000, CanBeRaised = false },
            new() { What = "Usage plans", Used = 3, Limit = 300, CanBeRaised = true },
        ],
        Apis = 40,
        ApisCounted = 20,
        At = DateTimeOffset.UtcNow,
    };

    [Fact]
    public async Task Quotas_are_counted_when_somebody_asks()
    {
        Portal.On<GetHeadroom, HeadroomView>(Headroom);
        var page = Draw();
        Assert.Empty(Portal.Asked.OfType<GetHeadroom>());

        await page.Named("Count what is in use").ClickAsync();

        Assert.Contains("API keys 8,000 10,000 80 %", page.Find("table").Words(), StringComparison.Ordinal);
        Assert.Contains("Resources and stages of 20 of 40 APIs are counted", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_four_fifths_on_there_is_a_warning()
    {
        Portal.On<GetHeadroom, HeadroomView>(Headroom);
        var page = Draw();

        await page.Named("Count what is in use").ClickAsync();

        Assert.Contains("API keys: 8,000 of 10,000. AWS does not raise it", page.Find(".headroom").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Usage plans: 3", page.Find(".headroom").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_AWS_does_not_say_it_is_told()
    {
        Portal.Refuses<GetHeadroom, HeadroomView>(Given.Refusal(RefusalKind.Upstream, "urn:portal:connections:not-answered", "Nobody answered."));
        var page = Draw();

        await page.Named("Count what is in use").ClickAsync();

        Assert.Equal("Nobody answered.", page.Find("[role=alert]").Words());
    }

    [Fact]
    public async Task Who_writes_logs_is_told_when_somebody_asks()
    {
        Portal.On<GetAccountSettings, AccountSettingsView>(new AccountSettingsView(null));
        var page = Draw();

        await page.Named("Look").ClickAsync();

        Assert.Contains("No role is set: no stage of this account and Region can write logs.", page.Find(".account").Words(), StringComparison.Ordinal);
        Assert.True(page.Has("Change the log role"));
    }

    private IRenderedComponent<ConnectionPage> Draw()
    {
        Portal.On<GetConnection, ConnectionView>(Given.Connection("Production")).On<ListTerraformStates, Page<TerraformStateView>>(Given.Page<TerraformStateView>());

        return Render<ConnectionPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));
    }
}
