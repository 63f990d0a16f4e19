using System.Net;
using Portal.Shared;

namespace Portal.Tests.Identity;

public sealed class RegisterTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Unconfirmed = "urn:portal:identity:unconfirmed";

    [Fact]
    public async Task Who_registers_is_a_developer_and_waits_for_the_confirmation()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        await portal.SendAsync("", Registering.Given("ada@example.com"));

        var person = await Registering.PersonOfAsync(admin, "ada@example.com");
        Assert.Equal([Role.Developer], person.Roles);
        Assert.False(person.Confirmed);
        Assert.Equal(Unconfirmed, await portal.SignInAsync("ada@example.com"));
        Assert.Equal("urn:portal:identity:wrong-sign-in", await portal.SignInAsync("ada@example.com", "not this one at all"));
    }

    [Fact]
    public async Task A_known_address_is_told_to_its_owner_alone()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var known = await portal.PersonAsync(Role.Developer);

        await portal.SendAsync("", Registering.Given(known.Email) with { Password = "another long password" });

        Assert.Equal("You have an account already", Assert.Single(await portal.LettersAsync(admin, known.Email)).Subject);
        Assert.Null(await portal.SignInAsync(known.Email));
    }

    [Fact]
    public async Task Until_the_confirmation_the_last_to_register_counts()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("late@example.com") with { Password = "the password of a stranger" });
        var first = (await portal.LettersAsync(admin, "late@example.com"))[0].ToConfirm();

        await portal.SendAsync("", Registering.Given("late@example.com"));
        var last = (await portal.LettersAsync(admin, "late@example.com"))[0].ToConfirm();

        Assert.IsType<Answer<Nothing>.Refused>(await portal.AskAsync(first));
        Assert.IsType<Answer<Nothing>.Given>(await portal.AskAsync(last));
        Assert.Null(await portal.SignInAsync("late@example.com"));
        Assert.NotNull(await portal.SignInAsync("late@example.com", "the password of a stranger"));
    }

    [Fact]
    public async Task A_stranger_cannot_flood_a_mailbox()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var known = await portal.PersonAsync(Role.Developer);

        for (var time = 0; time < 9; time++)
        {
            await portal.AskAsync(Registering.Given(known.Email));
        }

        Assert.Equal(5, (await portal.LettersAsync(admin, known.Email)).Count);
    }

    [Fact]
    public async Task A_stranger_cannot_keep_the_owner_of_an_address_out()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        for (var time = 0; time < 5; time++)
        {
            await portal.AskAsync(Registering.Given("kept@example.com"), from: "198.51.100.2");
        }

        var confirm = (await portal.LettersAsync(admin, "kept@example.com"))[0].ToConfirm();
        await portal.AskAsync(Registering.Given("kept@example.com") with { Password = "the password of a stranger" }, from: "198.51.100.2");

        Assert.IsType<Answer<Nothing>.Given>(await portal.AskAsync(confirm));
        Assert.Null(await portal.SignInAsync("kept@example.com"));
    }

    [Fact]
    public async Task Ten_at_once_make_one_account()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.AskAsync(Registering.Given("rush@example.com"), from: "198.51.100.1")));

        Assert.All(answers, answer => Assert.IsType<Answer<Nothing>.Given>(answer));
        await Registering.PersonOfAsync(admin, "rush@example.com");
    }

    [Fact]
    public async Task Before_there_is_an_administrator_nobody_registers()
    {
        await using var fresh = new PortalFixture();

        var answer = await fresh.AskAsync(Registering.Given("first@example.com"));

        Assert.Equal("urn:portal:identity:registration-closed", Assert.IsType<Answer<Nothing>.Refused>(answer).Refusal.Type);
    }

    [Fact]
    public async Task A_closed_registration_is_refused()
    {
        await using var closed = portal.WithWebHostBuilder(builder => builder.UseSetting("Developers:Registration", "Closed"));

        await closed.CreateClient().SendAsync(HttpMethod.Post, "/api/v1/registrations", Registering.Given("no@example.com")).RefusedAsync(HttpStatusCode.Forbidden, "urn:portal:identity:registration-closed");
    }

    [Fact]
    public async Task A_short_password_is_told_beside_its_field()
    {
        var answer = await portal.AskAsync(Registering.Given("short@example.com") with { Password = "short" });

        Assert.Equal(["Password"], Assert.IsType<Answer<Nothing>.Refused>(answer).Refusal.Faults.Keys);
    }
}
