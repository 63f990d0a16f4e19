using Microsoft.AspNetCore.Hosting;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

/// <summary>After people registered and had their passwords made anew, no token of a link and no password is in a file of the portal or in what it logs, at its most talkative.</summary>
public sealed class NoTokensAtRestTests
{
    private const string First = "the first of the passwords";
    private const string Second = "the second of the passwords";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_token_is_anywhere()
    {
        await using var portal = new TalkativePortal();
        var admin = await portal.PersonAsync(Role.Admin);
        List<string> secrets = [First, Second];

        foreach (var number in Enumerable.Range(0, 10))
        {
            var email = $"needle{number}@example.com";
            await portal.AskAsync(Registering.Given(email) with { Password = First });
            var confirm = (await portal.LettersAsync(admin, email))[0].ToConfirm();
            await portal.AskAsync(confirm);
            await portal.AskAsync(new ForgotPassword(email));
            var (person, token) = Registering.LinkOf((await portal.LettersAsync(admin, email))[0]);
            await portal.AskAsync(new AcceptInvitation { Person = person, Token = token, Password = Second });
            Assert.Null(await portal.SignInAsync(email, Second));
            secrets.AddRange([confirm.Token, token, Uri.EscapeDataString(confirm.Token), Uri.EscapeDataString(token)]);
        }

        var files = await EveryWord.FilesAsync(portal.Folder, Cancelled);
        Assert.Contains(files, file => file.Text.Contains("needle7@example.com", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Text.Contains("identity.password", StringComparison.Ordinal));
        Assert.All(files.Append(("the log", portal.Log)), place => Assert.All(secrets, secret => Assert.False(place.Item2.Contains(secret, StringComparison.Ordinal), $"A secret is in {place.Item1}.")));
    }

    private sealed class TalkativePortal : PortalFixture
    {
        private readonly EveryWord _said = new();

        public string Log => _said.Text;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            _said.Hear(builder);
        }
    }
}
