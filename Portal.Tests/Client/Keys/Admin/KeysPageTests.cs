using Bunit;
using Portal.Client.Keys.Admin;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Tests.Client.Keys.Admin;

public sealed class KeysPageTests : ScreenContext
{
    private static ApiKeyRow Key => new()
    {
        Id = Guid.NewGuid(),
        App = "Shop",
        Owner = "Ada Lovelace",
        OwnerEmail = "ada@example.com",
        PlanId = Guid.NewGuid(),
        Plan = "Gold",
        State = ApiKeyState.Active,
        LastFour = "a1B2",
        AwsId = "abc",
        IsEnding = false,
        CreatedAt = Given.Noon,
        ExpiresAt = null,
        EndedAt = null,
        Reason = null,
        Trouble = null,
    };

    private static SubscriptionRow Subscription => new()
    {
        Id = Guid.NewGuid(),
        App = "Shop",
        Owner = "Ada Lovelace",
        OwnerEmail = "ada@example.com",
        PlanId = Guid.NewGuid(),
        Plan = "Gold",
        State = SubscriptionState.Requested,
        Reason = null,
        RequestedAt = Given.Noon,
        DecidedAt = null,
    };

    [Fact]
    public void A_row_tells_whose_key_it_is()
    {
        Portal.On<ListApiKeys, Page<ApiKeyRow>>(Given.Page(Key with { Trouble = "DeleteApiKey: TooManyRequestsException" }));

        Assert.Equal("Shop Ada Lovelace ada@example.com Gold …a1B2 Active DeleteApiKey: TooManyRequestsException just now Revoke", Render<KeysPage>().Find("tbody tr").Words());
    }

    [Fact]
    public void The_address_says_which()
    {
        Portal.On<ListApiKeys, Page<ApiKeyRow>>(Given.Page<ApiKeyRow>());
        GoTo("keys?q=ada&state=Revoked&page=2");

        var page = Render<KeysPage>();

        Assert.Equal(new ListApiKeys { Search = "ada", State = ApiKeyState.Revoked, Skip = 50, Take = 50 }, Portal.Last<ListApiKeys>());
        Assert.Contains("No key is like that.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subscription_that_waits_is_approved_with_a_click()
    {
        var subscription = Subscription;
        Portal.On<ListSubscriptions, Page<SubscriptionRow>>(Given.Page(subscription));
        Portal.On<ApproveSubscription, SubscriptionRow>(subscription with { State = SubscriptionState.Approved });
        GoTo("keys?tab=subscriptions");

        Render<KeysPage>().Named("Approve Shop").Click();

        Assert.Equal(subscription.Id, Portal.Last<ApproveSubscription>().Id);
    }

    [Fact]
    public void Without_keys_it_says_where_they_come_from()
    {
        Portal.On<ListApiKeys, Page<ApiKeyRow>>(Given.Page<ApiKeyRow>());

        Assert.Contains("Offer a usage plan to developers", Render<KeysPage>().Words(), StringComparison.Ordinal);
    }
}
