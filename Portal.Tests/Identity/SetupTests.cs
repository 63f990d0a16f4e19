using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class SetupTests
{
    private static readonly CreateAdministrator Valid = new()
    {
        Email = "ada@example.com",
        DisplayName = "Ada",
        Password = PortalFixture.Password,
    };

    [Fact]
    public async Task The_first_start_asks_for_an_administrator()
    {
        await using var portal = new PortalFixture();

        var before = Given(await portal.AskAsync(new GetSetup()));
        Given(await portal.AskAsync(Valid));
        var after = Given(await portal.AskAsync(new GetSetup()));

        Assert.True(before.NeedsAdministrator);
        Assert.False(after.NeedsAdministrator);
    }

    [Fact]
    public async Task There_is_one_first_administrator()
    {
        await using var portal = new PortalFixture();
        Given(await portal.AskAsync(Valid));

        var second = await portal.AskAsync(Valid with { Email = "eve@example.com" });

        Assert.Equal("urn:portal:identity:already-set-up", Refused(second).Type);
    }

    [Fact]
    public async Task From_another_machine_the_code_is_asked_for()
    {
        await using var portal = new PortalFixture();

        var without = await portal.AskAsync(Valid, from: "192.0.2.7");
        var wrong = await portal.AskAsync(Valid with { Code = "AAAAAAAAAA" }, from: "192.0.2.7");

        Assert.Equal("urn:portal:identity:wrong-code", Refused(without).Type);
        Assert.Equal("urn:portal:identity:wrong-code", Refused(wrong).Type);
    }

    [Fact]
    public async Task Ten_at_once_make_one_administrator()
    {
        await using var portal = new PortalFixture();
        _ = portal.Server;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => portal.AskAsync(Valid with { Email = $"a{number}@example.com" })));

        Assert.Single(answers.OfType<Answer<Nothing>.Given>());
    }

    [Fact]
    public async Task A_short_password_is_told_beside_its_field()
    {
        await using var portal = new PortalFixture();

        var answer = await portal.AskAsync(Valid with { Password = "short" });

        Assert.Equal(["Password"], Refused(answer).Faults.Keys);
    }

    [Fact]
    public async Task The_settings_make_the_administrator_once()
    {
        await using var portal = new PortalFixture();
        await using var host = portal.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Setup:AdminEmail", "root@example.com");
            builder.UseSetting("Setup:AdminPassword", PortalFixture.Password);
        });

        using var answer = await host.CreateClient().GetAsync("/api/v1/me", TestContext.Current.CancellationToken);
        var again = await portal.AskAsync(Valid);

        Assert.Equal("urn:portal:identity:already-set-up", Refused(again).Type);
    }

    private static T Given<T>(Answer<T> answer) => Assert.IsType<Answer<T>.Given>(answer).Value;

    private static Refusal Refused<T>(Answer<T> answer) => Assert.IsType<Answer<T>.Refused>(answer).Refusal;
}
