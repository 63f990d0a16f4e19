using System.Net;
using System.Web;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

/// <summary>What somebody does who registers, over HTTP; their mails are read in the mailbox.</summary>
internal static class Registering
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Register Given(string email) => new() { Email = email, DisplayName = "Grace Hopper", Password = PortalFixture.Password };

    public static async Task SendAsync(this PortalFixture portal, string path, object body)
    {
        using var http = portal.CreateClient();
        using var answer = await http.SendAsync(HttpMethod.Post, $"/api/v1/registrations{path}", body);
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancelled)}");
    }

    public static async Task<IReadOnlyList<MailboxLetter>> LettersAsync(this PortalFixture portal, Person admin, string email)
    {
        var mailbox = Assert.IsType<Answer<Mailbox>.Given>(await portal.AskAsync(new OpenMailbox(), admin.Id)).Value;

        return [.. mailbox.Letters.Where(letter => letter.To == email)];
    }

    public static ConfirmAddress ToConfirm(this MailboxLetter letter)
    {
        var (person, token) = LinkOf(letter);

        return new ConfirmAddress { Person = person, Token = token };
    }

    public static (Guid Person, string Token) LinkOf(MailboxLetter letter)
    {
        var link = HttpUtility.ParseQueryString(letter.Path[letter.Path.IndexOf('?', StringComparison.Ordinal)..]);

        return (Guid.Parse(link["person"]!), link["token"]!);
    }

    /// <summary>The type of the refusal; null where somebody is signed in.</summary>
    public static async Task<string?> SignInAsync(this PortalFixture portal, string email, string password = PortalFixture.Password) =>
        await portal.AskAsync(new SignIn { Email = email, Password = password }) is Answer<Nothing>.Refused(var refusal) ? refusal.Type : null;

    public static async Task<PersonView> PersonOfAsync(Person admin, string email) =>
        (await admin.Http.GetAsync<Page<PersonView>>("/api/v1/people")).Items.Single(person => person.Email == email);
}
